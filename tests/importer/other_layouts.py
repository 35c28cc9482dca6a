"""More layouts, written after the reader was; docs/decisions/import.md has their first score."""

from __future__ import annotations

from collections.abc import Callable

from tests.importer.word import listed, para, run, table
from tests.importer.writer import FIRST, Writer, center, quoc_hieu

TAB = '<w:tabs><w:tab w:val="center" w:pos="2000"/><w:tab w:val="center" w:pos="6700"/></w:tabs>'


def resolution(seed: int) -> Writer:
    """A resolution of a people's council: one centred head, title over the council's line, QUYẾT NGHỊ."""
    paper = Writer(seed, ["HỘI ĐỒNG NHÂN DÂN", "XÃ MẪU SƠN"], [], "HĐND", "Nghị quyết", "NQ")
    left = [
        center("HỘI ĐỒNG NHÂN DÂN", b=True),
        center("XÃ MẪU SƠN", b=True),
        center("_____"),
        center(f"Số : {paper.ordinal} /NQ - HĐND"),
    ]
    right = [*quoc_hieu(), center("_______________"), center(paper.day_line(), i=True)]
    paper.word.add(table([[left[i], right[i]] for i in range(4)], [3900, 5400]))
    paper.type_and_title(f"Về {paper.title[0].lower()}{paper.title[1:]}")
    paper.truth.fields["title"] = f"Về {paper.title[0].lower()}{paper.title[1:]}"
    for line in ("HỘI ĐỒNG NHÂN DÂN XÃ MẪU SƠN", "KHÓA II, KỲ HỌP THỨ BA"):
        paper.word.add(center(line, b=True))
        paper.truth.body.append(line)
    paper.text("Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;", i=True)
    paper.text(
        "Xét Tờ trình số 45/TTr-UBND ngày 02 tháng 7 năm 2026 của Ủy ban nhân dân xã; ý kiến thảo luận của đại biểu.",
        i=True,
    )
    paper.truth.fields["basis"] = [
        {"number": "72/2025/QH15", "title": "Luật Tổ chức chính quyền địa phương"},
        {"number": "45/TTr-UBND", "date": "2026-07-02", "issuer": "Ủy ban nhân dân xã"},
    ]
    paper.truth.body.append("QUYẾT NGHỊ:")
    paper.word.add(center("QUYẾT NGHỊ:", b=True))
    for place in range(1, 4):
        paper.text(f" {paper.chance.paragraph()}", lead=f"Điều {place}.")
    paper.text("Nghị quyết được Hội đồng nhân dân xã khóa II, kỳ họp thứ ba thông qua./.")
    left_foot = [para(run("Nơi nhận:", b=True, i=True))] + [para(run(each, size=11)) for each in paper.recipients()]
    name = paper.chance.person()
    paper.truth.fields |= {"signer": name, "position": "CHỦ TỊCH", "authority": None}
    paper.word.add(
        table(
            [
                [
                    "".join(left_foot),
                    "".join([center("CHỦ TỊCH", b=True), center("(Đã ký)", i=True), para(""), center(name, b=True)]),
                ]
            ],
            [4600, 4700],
        )
    )
    return paper


def delegated(seed: int) -> Writer:
    """Three lines of authority, wrapped recipients, several bases in one paragraph, a number typed over dots."""
    paper = Writer(seed, ["ỦY BAN NHÂN DÂN", "TỈNH MẪU"], [], "UBND", "Kế hoạch", "KH")
    left = [center("ỦY BAN NHÂN DÂN\nTỈNH MẪU", b=True), center("-----"), center(f"Số: …{paper.ordinal}…/KH-UBND")]
    right = [*quoc_hieu(), center("-----------------"), center(paper.day_line(), i=True)]
    paper.word.add(table([["".join(left), "".join(right)]], [3700, 5600]))
    paper.word.add(para(""), center("KẾ HOẠCH", b=True), center(f"{paper.title}\ntrên địa bàn tỉnh Mẫu", b=True))
    paper.truth.fields["title"] = f"{paper.title} trên địa bàn tỉnh Mẫu"
    paper.text(
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022; Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 "
        "của Chính phủ và Quyết định số 25/QĐ-TTg ngày 05/01/2026 của Thủ tướng Chính phủ về phát động phong trào "
        "thi đua, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:"
    )
    paper.truth.fields["basis"] = [
        {"title": "Luật Thi đua, khen thưởng", "date": "2022-06-15"},
        {"number": "152/2025/NĐ-CP", "date": "2025-06-14", "issuer": "Chính phủ"},
        {"number": "25/QĐ-TTg", "date": "2026-01-05", "issuer": "Thủ tướng Chính phủ"},
    ]
    for roman in ("I", "II", "IV"):
        paper.text(f"{roman}. {paper.chance.one('MỤC TIÊU', 'NHIỆM VỤ TRỌNG TÂM', 'GIẢI PHÁP')}", b=True)
        for place in range(1, 3):
            paper.text(f"{place}. {paper.chance.paragraph()}")
            paper.text(f"• {paper.chance.sentence()}")
    paper.text("Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Sở Nội vụ để tổng hợp./.")
    items = [
        "Thủ tướng Chính phủ (để b/c)",
        "TTTU, TT HĐND tỉnh",
        "Các sở, ban, ngành, đoàn thể tỉnh",
        "Cổng Thông tin điện tử tỉnh",
        "Lưu: VT, NC",
    ]
    printed = [
        "- Thủ tướng Chính phủ (để b/c);",
        "- TTTU, TT HĐND tỉnh;",
        "- Các sở, ban, ngành,\nđoàn thể tỉnh;",
        "- Cổng Thông tin điện tử tỉnh;",
        "- Lưu: VT, NC.",
    ]
    paper.truth.fields["recipients"] = items
    name = paper.chance.person()
    paper.truth.fields |= {
        "signer": name,
        "authority": "TM.",
        "position": "ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH",
    }
    signs = ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "", "", name]
    paper.word.add(
        table([[para(run("Nơi nhận:", b=True, i=True)) + "".join(para(run(each, size=11)) for each in printed),
                "".join(center(line, b=True) for line in signs)]], [4600, 4700])
    )  # fmt: skip
    return paper


def stacked(seed: int) -> Writer:
    """No table at all: state head centred, then the issuer; date on the right; signature on the right."""
    paper = Writer(seed, ["TRƯỜNG TRUNG HỌC PHỔ THÔNG MẪU"], [], "THPT", "Thông báo", "TB")
    paper.word.add(*quoc_hieu(), center("-----***-----"))
    paper.word.add(para(run("TRƯỜNG TRUNG HỌC PHỔ THÔNG MẪU", b=True)), para(run(paper.number_line())))
    paper.word.add(para(run(paper.day_line(), i=True), align="right"))
    paper.word.add(center("THÔNG BÁO", b=True), center(paper.title, b=True))
    paper.text(paper.chance.paragraph(2, 3))
    for place in range(1, 4):
        paper.text(f"{place}/ {paper.chance.paragraph()}")
        paper.text(f"- {paper.chance.sentence()}", first=0)
    paper.text("Nhận được thông báo này, đề nghị các tổ chuyên môn, giáo viên và học sinh thực hiện./.")
    name = paper.chance.person()
    paper.word.add(*[para(run(line, b=True), align="right") for line in ("HIỆU TRƯỞNG", "", "(Đã ký)", "", name)])
    paper.word.add(
        para(run("Nơi nhận:", b=True)), *[para(run(each.lstrip("- "), size=11)) for each in paper.recipients()]
    )
    paper.truth.fields |= {"signer": name, "position": "HIỆU TRƯỞNG", "authority": None}
    return paper


def circular(seed: int) -> Writer:
    """A joint circular of two ministries with chapters and articles, three columns of signatures."""
    paper = Writer(seed, ["BỘ NỘI VỤ - BỘ TÀI CHÍNH"], [], "", "Thông tư liên tịch", "")
    paper.number = f"{paper.ordinal}/2026/TTLT-BNV-BTC"
    paper.truth.fields["number"] = paper.number
    left = [center("BỘ NỘI VỤ - BỘ TÀI CHÍNH", b=True, size=12), center(f"Số: {paper.number}", size=12)]
    right = [*quoc_hieu(), center(paper.day_line(), i=True)]
    paper.word.add(table([["".join(left), "".join(right)]], [3700, 5600]))
    paper.word.add(
        center("THÔNG TƯ LIÊN TỊCH", b=True), center(f"Hướng dẫn {paper.title[0].lower()}{paper.title[1:]}", b=True)
    )
    paper.truth.fields["title"] = f"Hướng dẫn {paper.title[0].lower()}{paper.title[1:]}"
    paper.bases()
    for chapter, name in (("Chương I", "QUY ĐỊNH CHUNG"), ("Chương II", "TỔ CHỨC THỰC HIỆN")):
        paper.word.add(center(chapter, b=True), center(name, b=True))
        paper.truth.body += [chapter, name]
        for place in range(1, 3):
            paper.text(
                f" {paper.chance.one('Phạm vi điều chỉnh', 'Đối tượng áp dụng', 'Hiệu lực thi hành')}",
                lead=f"Điều {place}.",
            )
            paper.text(f"1. {paper.chance.paragraph()}")
            paper.text(f"a) {paper.chance.sentence()}")
            paper.text(f"đ) {paper.chance.sentence()}")
    one, two = paper.chance.random.sample(["Nguyễn Văn A", "Trần Thị B", "Lê Văn C"], 2)
    cells = [
        ["KT. BỘ TRƯỞNG", "BỘ TÀI CHÍNH", "THỨ TRƯỞNG", "", "", one],
        ["KT. BỘ TRƯỞNG", "BỘ NỘI VỤ", "THỨ TRƯỞNG", "", "", two],
    ]
    paper.word.add(table([["".join(center(line, b=True) for line in cell) for cell in cells]], [4600, 4700]))
    paper.word.add(para(run("Nơi nhận:", b=True, i=True)), *[para(run(each, size=11)) for each in paper.recipients()])
    paper.truth.fields |= {"signer": one, "cosigner": two, "authority": "KT."}
    return paper


def school(seed: int) -> Writer:
    """Headings by style, tabs behind numbers, lists within lists, a nested table for the signature."""
    paper = Writer(seed, ["TRƯỜNG TIỂU HỌC AN MẪU"], ["UBND PHƯỜNG AN MẪU"], "THAM", "Báo cáo", "BC")
    paper.table_head(bold=paper.chance.yes(0.7))
    paper.type_and_title()
    paper.text(f"Thực hiện Công văn số 88/PGDĐT ngày 3/2/2026 của Phòng Văn hóa - Xã hội, {paper.chance.sentence()}")
    for letter, name in (("A", "KẾT QUẢ ĐẠT ĐƯỢC"), ("B", "PHƯƠNG HƯỚNG, NHIỆM VỤ")):
        paper.text(f"{letter}. {name}", b=True)
        for roman in ("I", "II"):
            title = paper.chance.one("Công tác tuyên truyền", "Công tác chuyên môn", "Cơ sở vật chất")
            paper.truth.body.append(f"{roman}. {title}")
            paper.word.add(para(run(f"{roman}.\t{title}", b=True), first=FIRST, props='<w:outlineLvl w:val="1"/>'))
            for place in range(1, 3):
                text = paper.chance.paragraph()
                paper.truth.body.append(f"{place}. {text}")
                paper.word.add(para(run(f"{place}.\t{text}"), align="both", first=FIRST))
            paper.truth.body.append("- " + (text := paper.chance.sentence()))
            paper.word.add(listed(0, text, 2))
    items = paper.recipients()
    name = paper.chance.person()
    inner = table(
        [["".join(center(line, b=True) for line in ("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "", name))]], [4000]
    )
    paper.word.add(
        table(
            [
                [
                    para(run("Nơi nhận:", b=True, i=True)) + "".join(para(run(each, size=11)) for each in items),
                    inner + para(""),
                ]
            ],
            [4600, 4700],
        )
    )
    paper.truth.fields |= {"signer": name, "position": "PHÓ HIỆU TRƯỞNG", "authority": "KT."}
    return paper


def invitation(seed: int) -> Writer:
    """Head set with one tab in each line; invitation with short lines."""
    paper = Writer(seed, ["ỦY BAN MTTQ VIỆT NAM", "XÃ MẪU SƠN"], [], "MTTQ-BTT", "Giấy mời", "GM")
    rows = [
        ("ỦY BAN MTTQ VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("XÃ MẪU SƠN", "Độc lập - Tự do - Hạnh phúc"),
        (paper.number_line(), paper.day_line()),
    ]
    for left, right in rows:
        paper.word.add(para(run(f"\t{left}\t{right}", b=left.isupper(), size=12), props=TAB))
    paper.word.add(center("GIẤY MỜI", b=True), center(paper.title, b=True))
    for text in (
        "Kính gửi: Các chi hội trưởng;",
        "Thời gian: 08 giờ 00 phút, ngày 15/10/2026.",
        "Địa điểm: Hội trường Ủy ban nhân dân xã.",
    ):
        paper.text(text)
    paper.text(f"Nội dung: {paper.chance.paragraph()}")
    paper.text("Đề nghị các ông, bà đến dự đúng giờ./.")
    items, name = paper.recipients(), paper.chance.person()
    signs = ["TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH", "", "", name]
    lines = ["Nơi nhận:", *items]
    for place in range(max(len(lines), len(signs))):
        left = lines[place] if place < len(lines) else ""
        right = signs[place] if place < len(signs) else ""
        paper.word.add(para(run(f"{left}\t\t{right}" if right else left, size=12), props=TAB))
    paper.truth.fields |= {"signer": name, "position": "BAN THƯỜNG TRỰC / CHỦ TỊCH", "authority": "TM."}
    return paper


OTHER_LAYOUTS: dict[str, Callable[[int], Writer]] = {
    "resolution": resolution,
    "delegated": delegated,
    "stacked": stacked,
    "circular": circular,
    "school": school,
    "invitation": invitation,
}
