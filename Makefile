# Mọi lệnh của dự án. `make` liệt kê; chỉ cần python3 (>= 3.11) và make có sẵn trên máy.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Everything below runs with the environment's programs first, so that `trangtin` in a recipe is ours.
export PATH := $(abspath $(BIN)):$(PATH)
# Named, so that make 3.81, which macOS has, starts every command by it: on its own it looks them up in the old PATH.
SHELL := $(firstword $(wildcard /bin/bash) /bin/sh)

# --require-hashes: what is installed is what was locked, whichever mirror it came from.
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input
# Two stages: `make site` needs the first only; the second adds test tools (browser driver, node, java).
RUNTIME := $(VENV)/.runtime
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help setup build site test test-unit test-office test-slow test-server test-packaging test-browser parts check format gallery references audit sbom bench bench-search lock clean

help: ## In danh sách lệnh này
	@echo "Dùng: make LỆNH"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-18s%s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY) ## Tạo môi trường .venv với đủ công cụ để lập trình

build: $(RUNTIME) ## Dựng trang vào thư mục site/ (lỗi nội dung thì dừng)
	trangtin build

site: build ## Dựng trang rồi mở xem tại máy, tự cập nhật khi sửa tệp (Ctrl+C để dừng)
	@echo "Xem trang tại địa chỉ ở dòng 'Serving on' dưới đây; Ctrl+C để dừng"
	trangtin serve

# Two at a time, in this order: checks while parts are fetched; then the browser, the longest, with the others one after
# another beside it. Those that wait for other programs come first, so that no processor is idle at the end; the first
# of them waits for the parts too, or it would take the browser's place.
test: setup ## Chạy tất cả phép kiểm, như CI
	$(MAKE) $(APART) -j2 check test-browser test-packaging test-server test-office test-slow test-unit

# Lines of the two are kept apart, where make can do that (from 4.0 on).
APART := $(if $(filter output-sync,$(.FEATURES)),--output-sync=line)

# worksteal: neighbours stay with one worker, which makes once what they share; who is done takes over from others.
PYTEST := pytest -n auto --dist worksteal

# All in tests/browser is for the browser: none of it would run, and each worker would load it.
test-unit: setup ## Kiểm từng phần (nhanh)
	$(PYTEST) --ignore=tests/browser -m "not slow and not browser and not packaging and not properdocs and not office and not server"

test-slow: setup ## Kiểm lâu hơn: dựng cả trang bằng MkDocs rồi so từng byte, dựng dở dang, dựng lại sau khi sửa
	$(PYTEST) -m slow

test-office: setup parts ## Kiểm việc nhập tệp qua LibreOffice và tesseract thật
	$(PYTEST) -m office

test-server: setup parts ## Kiểm các chương trình chạy riêng: máy chủ web thật, rsync, xem thử, đăng dở dang, các bước tự động
	$(PYTEST) -m server

test-packaging: setup parts ## Kiểm gói cài đặt ở môi trường mới, và dưới ProperDocs
	pytest -m "packaging or properdocs"

test-browser: setup parts ## Kiểm trang đã dựng bằng trình duyệt thật
	$(PYTEST) -m browser

parts: setup ## Cài phần hệ thống cho phép kiểm: trình duyệt, phông chữ, Java, gói npm, LibreOffice, tesseract, máy chủ web
	python -m tools.system_parts

check: setup ## Soát mã (ruff, mypy, import-linter) và nội dung (trangtin check)
	ruff check .
	ruff format --check .
	mypy
	lint-imports
	trangtin check

format: setup ## Sửa kiểu mã tự động
	ruff check --fix .
	ruff format .

# Both read the locks, not the machine. audit asks a public list of weaknesses over the network, and fails without it.
AUDIT := .cache/audit

$(AUDIT)/.ready: locks/audit.txt
	$(PYTHON) -m venv $(AUDIT)
	$(AUDIT)/bin/python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes -r locks/audit.txt
	@touch $@

audit: $(AUDIT)/.ready ## Đối chiếu các gói đã khoá với danh sách lỗ hổng công khai (cần mạng)
	$(AUDIT)/bin/pip-audit --strict --require-hashes --disable-pip -r locks/run.txt

sbom: $(AUDIT)/.ready ## Ghi danh mục thành phần của gói cài đặt (CycloneDX) vào dist/sbom.json
	@mkdir -p dist
	$(AUDIT)/bin/cyclonedx-py requirements locks/run.txt --pyproject pyproject.toml --output-reproducible -o dist/sbom.json

gallery: setup ## Vẽ mọi thành phần của giao diện với các ví dụ vào .cache/gallery (không đăng)
	python -m tools.gallery .cache/gallery

references: setup parts ## Chụp lại ảnh mẫu của giao diện (sau khi cố ý đổi diện mạo; xem từng ảnh rồi mới ghi nhận)
	python -m tools.references

bench: setup ## Đo thời gian và bộ nhớ với 1.000 văn bản, so với Hugo, Zensical, Material gốc; DOCUMENTS=10000
	python -m benchmarks.run --documents $(or $(DOCUMENTS),1000)

bench-search: setup ## Đo tìm kiếm (tìm trúng, dung lượng, thời gian), ENGINES=all để so với máy tìm khác
	python -m benchmarks.search.run --documents $(or $(DOCUMENTS),1000) --engines $(or $(ENGINES),ours) --misses

# Locks name packages, versions and hashes, never an address. `make lock UPGRADE=1` takes newer versions.
COMPILE := $(BIN)/uv pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' \
	$(if $(UPGRADE),--upgrade)

lock: $(BIN)/python ## Tính lại các tệp khoá phiên bản locks/*.txt (UPGRADE=1: lấy bản mới)
	@test -x $(BIN)/uv || $(PIP_INSTALL) uv
	$(COMPILE) pyproject.toml --extra dask --extra nukeviet --group dev -o locks/dev.txt
	@# The smaller locks take dev's versions: tests run against what a portal runs with.
	$(COMPILE) -c locks/dev.txt pyproject.toml -o locks/run.txt
	$(COMPILE) -c locks/dev.txt --group pyproject.toml:build -o locks/build.txt
	$(COMPILE) -c locks/dev.txt pyproject.toml --group properdocs -o locks/properdocs.txt
	@# Tools in an environment of their own: what they need is no concern of a portal.
	$(COMPILE) --group pyproject.toml:audit -o locks/audit.txt

clean: ## Xoá mọi thứ làm ra được lại
	rm -rf $(VENV) .cache site .site.new-* dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find plugins theme tests tools benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	$(PYTHON) -m tools.make_venv $(VENV)

$(RUNTIME): $(BIN)/python pyproject.toml locks/run.txt locks/build.txt
	$(PIP_INSTALL) --require-hashes -r locks/run.txt -r locks/build.txt
	$(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(READY): $(RUNTIME) locks/dev.txt
	$(PIP_INSTALL) --require-hashes -r locks/dev.txt
	@touch $@
