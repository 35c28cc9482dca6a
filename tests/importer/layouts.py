"""Ten ways to lay out a paper after Nghị định 30/2020/NĐ-CP and Hướng dẫn 36-HD/VPTW, each with its truth."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from tests.importer.word import deleted, hidden, inserted, listed, para, run, table, text_box
from tests.importer.writer import FIRST, C, Writer, center, quoc_hieu


def plan(seed: int) -> Writer:
    paper = Writer(seed, ["SỞ XÂY DỰNG"], ["ỦY BAN NHÂN DÂN", "TỈNH MẪU"], "SXD", "Kế hoạch", "KH")
    paper.table_head()
    paper.type_and_title()
    paper.bases()
    paper.text(f"Sở Xây dựng {paper.title[0].lower()}{paper.title[1:]} với những nội dung sau:")
    paper.sections()
    rows = [["STT", "Nội dung", "Đơn vị chủ trì", "Hạn"]]
    rows += [[str(n), paper.chance.sentence(), "Văn phòng", "15/12/2026"] for n in range(1, 5)]
    ruled = [[para(run(cell, size=12, b=row is rows[0])) for cell in row] for row in rows]
    paper.word.add(table(ruled, [700, 4600, 2200, 1800], ruled=True))
    paper.closing()
    paper.table_foot()
    return paper


def numbered(seed: int) -> Writer:
    """All numbers are Word's own."""
    paper = Writer(seed, ["TRƯỜNG CHÍNH TRỊ"], ["TỈNH ỦY MẪU"], "TCT", "Kế hoạch", "KH")
    paper.table_head()
    paper.type_and_title()
    paper.bases()
    romans = ["I", "II", "III"]
    for roman, name in zip(romans, ("MỤC ĐÍCH, YÊU CẦU", "NỘI DUNG THI ĐUA", "TỔ CHỨC THỰC HIỆN"), strict=True):
        paper.word.add(listed(0, name, b=True))
        paper.truth.body.append(f"{roman}. {name}")
        for place in range(1, 4):
            text = paper.chance.paragraph()
            paper.word.add(listed(1, text))
            paper.truth.body.append(f"{place}. {text}")
            if paper.chance.yes(0.4):
                for under in range(1, 3):
                    text = paper.chance.sentence()
                    paper.word.add(listed(2, text))
                    paper.truth.body.append(f"{place}.{under}. {text}")
            if paper.chance.yes(0.3):
                text = paper.chance.sentence()
                paper.word.add(listed(0, text, 2))
                paper.truth.body.append(f"- {text}")
    paper.text("Trên đây là Kế hoạch của Trường, đề nghị các khoa, phòng nghiêm túc thực hiện./.")
    paper.table_foot()
    return paper


def spaced(seed: int) -> Writer:
    """Head and foot set with tabs and runs of spaces; letters decomposed."""
    paper = Writer(seed, ["UBND XÃ MẪU SƠN"], [], "UBND", "Thông báo", "TB")
    gap = "\t" if paper.chance.yes() else " " * 14
    add = paper.word.add
    add(
        para(
            run(f"UBND XÃ MẪU SƠN{gap}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", b=True, size=12),
            props='<w:tabs><w:tab w:val="left" w:pos="3800"/></w:tabs>',
        )
    )
    add(
        para(
            run(f"      -------{gap}      Độc lập - Tự do - Hạnh phúc", b=True, size=12),
            props='<w:tabs><w:tab w:val="left" w:pos="3800"/></w:tabs>',
        )
    )
    add(
        para(
            run(f"{paper.number_line()}{gap}", size=13),
            run(paper.day_line(), i=True, size=13),
            props='<w:tabs><w:tab w:val="left" w:pos="3800"/></w:tabs>',
        )
    )
    paper.type_and_title()
    paper.text(f"Ủy ban nhân dân xã thông báo về việc {paper.title[0].lower()}{paper.title[1:]} như sau:")
    for place in range(1, 5):
        paper.text(f"{place}. {paper.chance.paragraph()}")
    paper.text(f"Vậy Ủy ban nhân dân xã thông báo để các đơn vị biết, thực hiện. {paper.chance.paragraph()}")
    paper.stacked_foot()
    paper.word.body = [unicodedata.normalize("NFD", part) for part in paper.word.body]
    return paper


def party(seed: int) -> Writer:
    paper = Writer(seed, ["ĐẢNG ỦY TRƯỜNG CHÍNH TRỊ"], ["ĐẢNG BỘ TỈNH MẪU"], "", paper_kind(seed), "")
    code = {"Kế hoạch": "KH", "Kết luận": "KL", "Báo cáo": "BC"}[paper.kind]
    paper.number = f"{paper.ordinal}-{code}/ĐU"
    paper.truth.fields["number"] = paper.number
    left = [center(line) for line in paper.parent] + [center(line, b=True) for line in paper.issuer]
    left += [center("*"), center(f"Số {paper.number}")]
    right = [para(run("ĐẢNG CỘNG SẢN VIỆT NAM", b=True, extra='<w:u w:val="single"/>'), align=C), para("")]
    right += [para(run(paper.day_line(), i=True), align=C)]
    paper.word.add(table([["".join(left), "".join(right)]], [4400, 4900]))
    paper.type_and_title()
    paper.text(paper.chance.paragraph())
    for roman in ("I", "II"):
        paper.text(
            f"{roman}- {paper.chance.one('MỤC TIÊU, YÊU CẦU', 'NHIỆM VỤ, GIẢI PHÁP', 'TỔ CHỨC THỰC HIỆN')}", b=True
        )
        for place in range(1, 4):
            paper.text(f"{place}. {paper.chance.paragraph()}")
    left = [para(run("Nơi nhận:", extra='<w:u w:val="single"/>'))] + [
        para(run(each, size=12)) for each in paper.recipients()
    ]
    name = paper.chance.person()
    lines = ["T/M ĐẢNG ỦY", "PHÓ BÍ THƯ", "", "", name]
    paper.truth.fields |= {"signer": name, "position": "ĐẢNG ỦY / PHÓ BÍ THƯ", "authority": "T/M"}
    paper.word.add(table([["".join(left), "".join(center(line, b=True) for line in lines)]], [4600, 4700]))
    return paper


def paper_kind(seed: int) -> str:
    return ("Kế hoạch", "Kết luận", "Báo cáo")[seed % 3]


def revised(seed: int) -> Writer:
    """Text boxes in the head, tracked changes, hidden words, comments, a footnote."""
    paper = Writer(seed, ["TRUNG TÂM DỊCH VỤ VIỆC LÀM"], ["SỞ NỘI VỤ TỈNH MẪU"], "TTDVVL", "Báo cáo", "BC")
    left = [
        center(paper.parent[0], size=12),
        center(paper.issuer[0], b=True, size=12),
        center(paper.number_line(), size=13),
    ]
    right = [*quoc_hieu(), para(run(paper.day_line(), i=True), align=C)]
    paper.word.add(para(text_box(*left, width=2900000)), para(text_box(*right, left=2900000, width=3400000)))
    paper.type_and_title()
    secret = "chưa xin ý kiến lãnh đạo, số liệu còn phải sửa"
    paper.truth.secrets += [secret, "bản nháp ban đầu ghi tám mươi", "đoạn này đừng đăng"]
    paper.text(paper.chance.paragraph())
    one, two = paper.chance.sentence(end=""), paper.chance.sentence(end="")
    paper.truth.body.append(f"1. {one} và {two[0].lower()}{two[1:]}.")
    paper.word.add(
        para(
            run(f"1. {one}"),
            deleted(" bản nháp ban đầu ghi tám mươi"),
            inserted(run(f" và {two[0].lower()}{two[1:]}")),
            hidden(" đoạn này đừng đăng"),
            run("."),
            paper.word.comment(secret),
            align="both",
            first=FIRST,
        )
    )
    text = paper.chance.sentence(end="")
    paper.truth.body.append(f"2. {text}¹.")
    paper.word.add(
        para(
            run(f"2. {text}"),
            paper.word.footnote("Số liệu tính đến ngày 30/9/2026."),
            run("."),
            align="both",
            first=FIRST,
        )
    )
    paper.word.add(para(hidden(secret), mark="<w:vanish/>"))
    for place in range(3, 6):
        paper.text(f"{place}. {paper.chance.paragraph(2, 5)}")
    paper.text("Trên đây là báo cáo của Trung tâm, kính gửi Sở Nội vụ xem xét./.")
    paper.truth.body.append("¹ Số liệu tính đến ngày 30/9/2026.")
    paper.table_foot()
    return paper


def joint(seed: int) -> Writer:
    """Two bodies issue together, two people sign."""
    paper = Writer(seed, ["SỞ GIÁO DỤC VÀ ĐÀO TẠO - CÔNG AN TỈNH"], [], "LT-SGDĐT-CAT", "Kế hoạch", "KH")
    paper.table_head()
    paper.type_and_title()
    paper.bases()
    paper.sections()
    first, second = paper.chance.random.sample(["Nguyễn Văn A", "Trần Thị B", "Lê Văn C", "Phạm Thị D"], 2)
    one = ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"][:2]
    left, right = [*one, "", "", first], ["GIÁM ĐỐC CÔNG AN TỈNH", "", "", "", second]
    cells = ["".join(center(line, b=True) for line in side) for side in (left, right)]
    paper.word.add(table([cells], [4600, 4700]))
    paper.word.add(
        para(run("Nơi nhận:", b=True, i=True, size=12)), *[para(run(each, size=11)) for each in paper.recipients()]
    )
    paper.truth.fields |= {"signer": first, "position": "PHÓ GIÁM ĐỐC", "authority": "KT.", "cosigner": second}
    return paper


def decision(seed: int) -> Writer:
    paper = Writer(seed, ["HỘI ĐỒNG THI ĐUA", "- KHEN THƯỞNG"], ["TRƯỜNG CAO ĐẲNG MẪU"], "HĐTĐKT", "Quyết định", "QĐ")
    paper.title = (
        f"Về việc ban hành Quy chế thực hiện {paper.chance.one('phong trào thi đua năm 2026', 'công tác khen thưởng')}"
    )
    paper.truth.fields["title"] = paper.title
    paper.table_head()
    paper.type_and_title()
    paper.truth.body.append("CHỦ TỊCH HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG")
    paper.word.add(center("CHỦ TỊCH HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", b=True))
    paper.bases()
    paper.text("Theo đề nghị của Trưởng phòng Tổ chức - Hành chính.", i=True)
    paper.truth.body.append("QUYẾT ĐỊNH:")
    paper.word.add(center("QUYẾT ĐỊNH:", b=True))
    paper.text(f" Ban hành kèm theo Quyết định này Quy chế thi đua. {paper.chance.sentence()}", lead="Điều 1.")
    paper.text(" Quyết định này có hiệu lực kể từ ngày ký.", lead="Điều 2.")
    paper.text(
        f" Các ông (bà) trưởng các phòng, khoa chịu trách nhiệm thi hành. {paper.chance.sentence(end='./.')}",
        lead="Điều 3.",
    )
    paper.table_foot()
    paper.word.add(
        para(run("QUY CHẾ", b=True), align=C, props="<w:pageBreakBefore/>"), center("Thi đua của Trường", b=True)
    )
    paper.word.add(center("(Kèm theo Quyết định của Hội đồng)", i=True))
    for text in ("QUY CHẾ", "Thi đua của Trường", "(Kèm theo Quyết định của Hội đồng)"):
        paper.truth.body.append(text)
    for place in range(1, 4):
        paper.text(f" {paper.chance.one('Phạm vi', 'Nguyên tắc', 'Tổ chức')}", lead=f"Điều {place}.")
        paper.text(f"1. {paper.chance.paragraph()}")
        paper.text(f"2. {paper.chance.paragraph()}")
    return paper


def letter(seed: int) -> Writer:
    paper = Writer(seed, ["SỞ Y TẾ"], ["UBND TỈNH MẪU"], "SYT-VP", "Công văn", "")
    subject = f"{paper.title[0].lower()}{paper.title[1:]}"
    paper.truth.fields["title"] = subject[0].upper() + subject[1:]
    paper.table_head(about=f"{paper.chance.one('V/v', 'V/v:', 'Về việc')} {subject}")
    if paper.chance.yes():
        paper.word.add(para(run("Kính gửi: Các phòng, đơn vị trực thuộc Sở."), align=C))
        paper.truth.body.append("Kính gửi: Các phòng, đơn vị trực thuộc Sở.")
    else:
        paper.word.add(para(run("Kính gửi:"), left=1400))
        paper.word.add(para("- Các phòng thuộc Sở;", left=2000), para("- Các đơn vị trực thuộc.", left=2000))
        paper.truth.body += ["Kính gửi:", "- Các phòng thuộc Sở;", "- Các đơn vị trực thuộc."]
    day = paper.chance.day(2025)
    paper.text(
        f"Thực hiện Công văn số {paper.chance.number()}/UBND-VX ngày {day[0]}/{day[1]}/{day[2]} của UBND tỉnh, "
        f"Sở Y tế đề nghị các đơn vị thực hiện một số nội dung sau:"
    )
    for place in range(1, 4):
        paper.text(f"{place}. {paper.chance.paragraph(1, 4)}")
    paper.text("Đề nghị các đơn vị nghiêm túc thực hiện./.")
    paper.table_foot()
    return paper


def telegram(seed: int) -> Writer:
    """A telegram with an annex that holds a table with merged cells."""
    paper = Writer(seed, ["ỦY BAN NHÂN DÂN", "TỈNH MẪU"], [], "UBND", "Công điện", "CĐ")
    paper.table_head()
    paper.type_and_title()
    paper.text("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐIỆN:", b=True)
    for place in range(1, 5):
        paper.text(f"{place}. {paper.chance.paragraph(2, 5)}")
    paper.stacked_foot()
    paper.word.add(
        para(run("PHỤ LỤC I", b=True), align=C, props="<w:pageBreakBefore/>"), center("Danh mục công việc", b=True)
    )
    paper.truth.body += ["PHỤ LỤC I", "Danh mục công việc"]
    cells = [
        ["Đơn vị", ">Thời gian"],
        ["v" + para("Văn phòng"), "Bắt đầu", "Kết thúc"],
        ["^", "01/3/2026", "30/4/2026"],
    ]
    ruled = [
        [
            cell if cell.startswith(("v<", "^")) else (">" if cell[0] == ">" else "") + para(cell.lstrip(">"))
            for cell in row
        ]
        for row in cells
    ]
    paper.word.add(table(ruled, [3000, 3000, 3000], ruled=True))
    paper.truth.fields["issuer"] = "ỦY BAN NHÂN DÂN TỈNH MẪU"
    return paper


def blank(seed: int) -> Writer:
    """No number and no day yet; lines broken by hand; a report with dashes."""
    paper = Writer(seed, ["PHÒNG VĂN HÓA - XÃ HỘI"], ["UBND PHƯỜNG TÂN MẪU"], "VHXH", "Tờ trình", "TTr")
    symbol = paper.number.partition("/")[2]
    left = [center(paper.parent[0], size=12), center(paper.issuer[0], b=True, size=12), center(f"Số:       /{symbol}")]
    right = [*quoc_hieu(), para(run(f"{paper.place}, ngày      tháng {paper.day[1]} năm 2026", i=True), align=C)]
    paper.word.add(table([["".join(left), "".join(right)]], [3700, 5600]))
    paper.truth.fields |= {"number": None, "date": None}
    paper.type_and_title()
    paper.word.add(para(run("Kính gửi: Chủ tịch Ủy ban nhân dân phường."), align=C))
    paper.truth.body.append("Kính gửi: Chủ tịch Ủy ban nhân dân phường.")
    paper.bases()
    for place in range(1, 4):
        paper.text(f"{place}. {paper.chance.paragraph()}")
        paper.text(f"- {paper.chance.sentence()}")
    paper.table_foot()
    return paper


LAYOUTS: dict[str, Callable[[int], Writer]] = {
    each.__name__: each for each in (plan, numbered, spaced, party, revised, joint, decision, letter, telegram, blank)
}
