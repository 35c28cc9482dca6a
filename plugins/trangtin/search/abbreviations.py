"""Abbreviations of administrative texts, found both ways: `HĐND` under "hội đồng nhân dân" and the other way round.

Only those with one meaning: "BC" is a report or an election, and guessing would fill answers with what nobody wants.
None that reads like a common word without its accents: with `ĐU` every "Đảng ủy" would answer `du an`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, compress, count

from trangtin.search.folding import words

_KNOWN = """
HĐND=Hội đồng nhân dân; UBND=Ủy ban nhân dân; MTTQ=Mặt trận Tổ quốc; UBMTTQ=Ủy ban Mặt trận Tổ quốc;
TĐKT=Thi đua - Khen thưởng; HĐTĐKT=Hội đồng Thi đua - Khen thưởng; PTTĐ=Phong trào thi đua; SNV=Sở Nội vụ;
CBCCVC=cán bộ, công chức, viên chức; CBCCVCNLĐ=cán bộ, công chức, viên chức, người lao động; CBCC=cán bộ, công chức;
CCVC=công chức, viên chức; CBGVNV=cán bộ, giáo viên, nhân viên; NLĐ=người lao động; ĐBQH=đại biểu Quốc hội;
UBTVQH=Ủy ban Thường vụ Quốc hội; UBBC=Ủy ban bầu cử; HĐBCQG=Hội đồng bầu cử quốc gia; BTV=Ban Thường vụ;
BCH=Ban Chấp hành; VPTW=Văn phòng Trung ương; VPCP=Văn phòng Chính phủ; TTLT=Thông tư liên tịch; VBHN=văn bản hợp nhất;
QPPL=quy phạm pháp luật; CCHC=cải cách hành chính; TTHC=thủ tục hành chính; DVC=dịch vụ công; CNTT=công nghệ thông tin;
CĐS=chuyển đổi số; CSDL=cơ sở dữ liệu; TTĐT=thông tin điện tử; KTXH=kinh tế - xã hội; QPAN=quốc phòng - an ninh;
ANTT=an ninh trật tự; KTNS=kinh tế - ngân sách; VHXH=văn hóa - xã hội; KGVX=khoa giáo - văn xã; TCCB=tổ chức cán bộ;
TCKH=tài chính - kế hoạch; LĐTBXH=lao động - thương binh và xã hội; GDĐT=giáo dục và đào tạo;
GD&ĐT=giáo dục và đào tạo; KT-XH=kinh tế - xã hội; QP-AN=quốc phòng - an ninh; LĐ-TBXH=lao động - thương binh và xã hội;
PGDĐT=Phòng Giáo dục và Đào tạo; SGDĐT=Sở Giáo dục và Đào tạo; SXD=Sở Xây dựng; BNV=Bộ Nội vụ; BXD=Bộ Xây dựng;
STTTT=Sở Thông tin và Truyền thông; SKHCN=Sở Khoa học và Công nghệ; BTTTT=Bộ Thông tin và Truyền thông;
KHCN=khoa học và công nghệ; BKHCN=Bộ Khoa học và Công nghệ; BGDĐT=Bộ Giáo dục và Đào tạo; BQL=ban quản lý;
BLĐTBXH=Bộ Lao động - Thương binh và Xã hội; BCA=Bộ Công an; BQP=Bộ Quốc phòng; BCĐ=ban chỉ đạo;
LĐLĐ=Liên đoàn Lao động; CĐCS=công đoàn cơ sở; ĐTN=Đoàn Thanh niên; TNCS=Thanh niên Cộng sản; LHPN=Liên hiệp Phụ nữ;
CCB=Cựu chiến binh; CLB=câu lạc bộ; THCS=trung học cơ sở; THPT=trung học phổ thông; NTM=nông thôn mới;
XDNTM=xây dựng nông thôn mới; TTXVN=Thông tấn xã Việt Nam; GPMB=giải phóng mặt bằng; DTTS=dân tộc thiểu số;
NSNN=ngân sách nhà nước; UBKT=ủy ban kiểm tra; GDTX=giáo dục thường xuyên; GDNN=giáo dục nghề nghiệp;
PCCC=phòng cháy chữa cháy; ATGT=an toàn giao thông; VSATTP=vệ sinh an toàn thực phẩm; BHXH=bảo hiểm xã hội;
BHYT=bảo hiểm y tế; GTVT=giao thông vận tải; CSGT=cảnh sát giao thông; SGK=sách giáo khoa; KCN=khu công nghiệp;
DNNN=doanh nghiệp nhà nước; NHNN=Ngân hàng Nhà nước; TAND=Tòa án nhân dân; VKSND=Viện kiểm sát nhân dân;
BĐBP=Bộ đội Biên phòng; TNXP=Thanh niên xung phong; QLTT=quản lý thị trường; BVĐK=bệnh viện đa khoa;
ATTP=an toàn thực phẩm; TNCN=thu nhập cá nhân; PCTN=phòng, chống tham nhũng;
GCNQSDĐ=giấy chứng nhận quyền sử dụng đất; LLCT=lý luận chính trị; TTg=Thủ tướng;
CSTĐ=chiến sĩ thi đua; CSTĐCS=chiến sĩ thi đua cơ sở; CSTĐTQ=chiến sĩ thi đua toàn quốc; LĐTT=lao động tiên tiến;
TTLĐTT=tập thể lao động tiên tiến; TTLĐXS=tập thể lao động xuất sắc; HCLĐ=Huân chương Lao động;
HCĐL=Huân chương Độc lập; AHLĐ=Anh hùng Lao động; BKTTg=Bằng khen của Thủ tướng Chính phủ; TĐ-KT=Thi đua - Khen thưởng;
BTĐKT=Ban Thi đua - Khen thưởng; TĐYN=thi đua yêu nước; NGND=Nhà giáo nhân dân; NGƯT=Nhà giáo ưu tú;
TTƯT=Thầy thuốc ưu tú; NSND=Nghệ sĩ nhân dân; NSƯT=Nghệ sĩ ưu tú; SKKN=sáng kiến kinh nghiệm; GVDG=giáo viên dạy giỏi;
GVCN=giáo viên chủ nhiệm; HTXSNV=hoàn thành xuất sắc nhiệm vụ; HTTNV=hoàn thành tốt nhiệm vụ;
CBGV=cán bộ, giáo viên; CBVC=cán bộ, viên chức; CBNV=cán bộ, nhân viên; HSSV=học sinh, sinh viên;
LLVT=lực lượng vũ trang; QLNN=quản lý nhà nước; VBQPPL=văn bản quy phạm pháp luật; PBGDPL=phổ biến, giáo dục pháp luật;
ĐVSN=đơn vị sự nghiệp; ĐVSNCL=đơn vị sự nghiệp công lập; HCSN=hành chính sự nghiệp; ĐVHC=đơn vị hành chính;
KBNN=Kho bạc Nhà nước; TTATXH=trật tự an toàn xã hội; TTATGT=trật tự an toàn giao thông; PCTT=phòng, chống thiên tai;
TKCN=tìm kiếm cứu nạn; BVMT=bảo vệ môi trường; BĐKH=biến đổi khí hậu; TDTT=thể dục thể thao; VHVN=văn hóa văn nghệ;
NVQS=nghĩa vụ quân sự; DQTV=dân quân tự vệ; TW=Trung ương; T.Ư=Trung ương; QH=Quốc hội; HU=Huyện ủy; NĐ=Nghị định;
BTG=Ban Tuyên giáo; BTGTU=Ban Tuyên giáo Tỉnh ủy; KTTH=kinh tế tổng hợp; QHĐP=quan hệ địa phương; NK=nhiệm kỳ;
VP=Văn phòng; TP=thành phố; GD và ĐT=giáo dục và đào tạo; KH&CN=khoa học và công nghệ;
TT&TT=thông tin và truyền thông; LĐTB&XH=lao động - thương binh và xã hội; VH-XH=văn hóa - xã hội
"""
KNOWN: Mapping[str, str] = {
    pair.partition("=")[0].strip(): pair.partition("=")[2].strip() for pair in _KNOWN.replace("\n", " ").split("; ")
}
"""Full form by short form."""
_SPELT_OTHERWISE = (
    ("CSTĐ", "chiến sỹ thi đua"),
    ("CSTĐCS", "chiến sỹ thi đua cơ sở"),
    ("CSTĐTQ", "chiến sỹ thi đua toàn quốc"),
    ("chiến sỹ", "chiến sĩ"),
)
"""Offices write both, and without accents they are not alike: `sy` and `si`."""


def _alike(meant: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Short forms with the same meaning, so that `GDĐT` finds `GD&ĐT`."""
    by_meaning = defaultdict[tuple[str, ...], list[str]](list)
    for short, full in meant.items():
        by_meaning[tuple(words(full))].append(short)
    for shorts in by_meaning.values():
        yield from ((one, other) for one, other in combinations(shorts, 2) if words(one) != words(other))


_Form = tuple[tuple[str, ...], tuple[str, ...]]
"""Words as written and the words of the other form."""


@dataclass(frozen=True)
class Abbreviations:
    """Short and full forms that are to be found by each other."""

    pairs: tuple[tuple[str, str], ...]
    """(short, full) or two short forms of one full form, as written."""

    @classmethod
    def known_and(cls, own: Iterable[tuple[str, str]]) -> Abbreviations:
        """The common abbreviations and a portal's own, which win where both know a short form."""
        meant = {**KNOWN, **dict(own)}
        also = (pair for pair in _SPELT_OTHERWISE if meant.get(pair[0]) == KNOWN.get(pair[0]))
        return cls((*meant.items(), *also, *_alike(meant)))

    @cached_property
    def fingerprint(self) -> str:
        """Changes with every pair."""
        return repr(self.pairs)

    def forms(self) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Each pair as words."""
        for short, full in self.pairs:
            if words(short) and words(full):
                yield tuple(words(short)), tuple(words(full))

    @cached_property
    def _by_words(self) -> dict[str, dict[str | None, list[_Form]]]:
        """Forms by their first and second word (None: the form is a single word); the longest first."""
        found: dict[str, dict[str | None, list[_Form]]] = defaultdict(lambda: defaultdict(list))
        for short, full in self.forms():
            for written, other in ((short, full), (full, short)):
                found[written[0]][written[1] if len(written) > 1 else None].append((written, other))
        for forms in found.values():
            for listed in forms.values():
                listed.sort(key=lambda form: -len(form[0]))
        return {first: dict(forms) for first, forms in found.items()}

    def other_forms(self, text: Sequence[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Where words of a text have another form, as (start, end, words of the other form)."""
        forms = self._by_words
        for start in compress(count(), map(forms.__contains__, text)):
            here = forms[text[start]]
            for second in (*text[start + 1 : start + 2], None):
                for written, other in here.get(second, ()):
                    if second is None or tuple(text[start : start + len(written)]) == written:
                        yield start, start + len(written), other
