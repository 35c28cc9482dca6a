"""How a paper is printed: the parts of its form (thể thức), each with the rules by which its lines are known again.

| Part | Nghị định 30/2020/NĐ-CP, phụ lục I | Module |
|---|---|---|
| quốc hiệu, tiêu ngữ | mục II.1 | `state.py` |
| tên cơ quan ban hành | mục II.2 | `bodies.py` |
| số, ký hiệu | mục II.3 | `number_line.py`; the number itself: `content/values/number.py` |
| địa danh và thời gian | mục II.4 | `place_and_day.py` |
| tên loại và trích yếu | mục II.5 | `type_and_subject.py` |
| căn cứ ban hành | mục II.6 | `basis.py` |
| chức vụ, họ tên, quyền hạn | mục II.7, Điều 13 | `signature.py` |
| nơi nhận, kính gửi | mục II.9 | `recipients.py` |
| phụ lục | mục III.1 | `annex.py` |
| mức độ khẩn | mục III.2 | `marks.py`; độ mật, phạm vi lưu hành: `proofreading/secrecy.py` |

Who reads a file that people typed, a text layer, or a scan adds what each of them loses.
"""
