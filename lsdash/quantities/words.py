"""The words around a figure: multipliers, units and counted nouns, bounds, and words without sense.

All in lower case and NFC, words parted by one space, so that a phrase is one look-up in a table.
"""

from collections.abc import Mapping

from lsdash.vocabulary import Bound, FigureKind, Unit

Counted = tuple[FigureKind, Unit]

SCALES = {
    "trăm": 100,
    "nghìn": 1_000,
    "ngàn": 1_000,
    "thousand": 1_000,
    "vạn": 10_000,
    "triệu": 1_000_000,
    "million": 1_000_000,
    "tỷ": 1_000_000_000,
    "tỉ": 1_000_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}

NO_SCALE = (
    r"(?!t[ỷỉ]\ (?:lệ|giá(?! trị)|trọng|suất|số(?! tiền))(?!\w)|triệu\ (?:chứng|tập|hồi)(?!\w))"
)
"""Before a multiplier that only begins another word: `một tỷ lệ khác`, `5 triệu chứng`."""

SYMBOLS: Mapping[str, Counted] = {
    "%": (FigureKind.PERCENT, Unit.PERCENT),
    "điểm %": (FigureKind.PERCENT, Unit.PERCENTAGE_POINT),
    "‰": (FigureKind.PERCENT, Unit.ITEM),
    "$": (FigureKind.MONEY, Unit.USD),
    "us$": (FigureKind.MONEY, Unit.USD),
    "€": (FigureKind.MONEY, Unit.ITEM),
    "km2": (FigureKind.QUANTITY, Unit.KM2),
    "km²": (FigureKind.QUANTITY, Unit.KM2),
    "m2": (FigureKind.QUANTITY, Unit.M2),
    "m²": (FigureKind.QUANTITY, Unit.M2),
    "m3": (FigureKind.QUANTITY, Unit.M3),
    "m³": (FigureKind.QUANTITY, Unit.M3),
    "cm2": (FigureKind.QUANTITY, Unit.ITEM),
    "°c": (FigureKind.QUANTITY, Unit.ITEM),
    "ºc": (FigureKind.QUANTITY, Unit.ITEM),
    "oc": (FigureKind.QUANTITY, Unit.ITEM),
    "f0": (FigureKind.COUNT, Unit.PERSON),
    "f1": (FigureKind.COUNT, Unit.PERSON),
    "f2": (FigureKind.COUNT, Unit.PERSON),
}
"""Units that are not plain words."""


def _phrases(text: str) -> list[str]:
    return [" ".join(phrase.split()) for phrase in text.split(",")]


_WORDS: Mapping[Counted, str] = {
    (FigureKind.MONEY, Unit.VND): "đồng, đ, vnd, vnđ, đồng việt nam",
    (FigureKind.MONEY, Unit.USD): "usd, đô la, đô la mỹ, đô-la, đô-la mỹ, dollars, us dollars",
    (FigureKind.MONEY, Unit.ITEM): """
        nhân dân tệ, nd tệ, ndt, cny, rmb, tệ, euro, eur, yên, yên nhật, jpy, won, krw, bảng anh,
        kíp, baht, yuan
    """,
    (FigureKind.PERCENT, Unit.PERCENT): "phần trăm, percent, per cent",
    (FigureKind.PERCENT, Unit.PERCENTAGE_POINT): "điểm phần trăm, percentage points",
    (FigureKind.DURATION, Unit.WORKING_DAY): """
        ngày làm việc, ngày công tác, ngày lao động, working days
    """,
    (FigureKind.DURATION, Unit.DAY): "ngày, ngày đêm, days",
    (FigureKind.DURATION, Unit.MONTH): "tháng, tháng tuổi, months",
    (FigureKind.DURATION, Unit.YEAR): "năm, tuổi, năm tuổi, năm học, years",
    (FigureKind.DURATION, Unit.HOUR): "giờ, tiếng, h, giờ làm việc, hours",
    (FigureKind.DURATION, Unit.WEEK): "tuần, tuần lễ, weeks",
    (FigureKind.DURATION, Unit.ITEM): """
        phút, giây, quý, thập kỷ, thập niên, thế kỷ, nhiệm kỳ, minutes, tiết, giờ học
    """,
    (FigureKind.QUANTITY, Unit.TONNE): "tấn, tonnes, tons",
    (FigureKind.QUANTITY, Unit.KG): "kg, ki-lô-gam, ki lô gam, kilôgam, kilogam, cân",
    (FigureKind.QUANTITY, Unit.HECTARE): "ha, héc ta, hécta, héc-ta, hecta, hectares",
    (FigureKind.QUANTITY, Unit.M2): "mét vuông",
    (FigureKind.QUANTITY, Unit.KM): "km, ki-lô-mét, ki lô mét, kilômét, kilomet, cây số",
    (FigureKind.QUANTITY, Unit.KM2): "ki-lô-mét vuông, ki lô mét vuông, kilômét vuông",
    (FigureKind.QUANTITY, Unit.KWH): "kwh, ki-lô-oát giờ",
    (FigureKind.QUANTITY, Unit.KW): "kw, ki-lô-oát",
    (FigureKind.QUANTITY, Unit.KWP): "kwp",
    (FigureKind.QUANTITY, Unit.MW): "mw, mê-ga-oát, megawatts",
    (FigureKind.QUANTITY, Unit.MWP): "mwp",
    (FigureKind.QUANTITY, Unit.MWH): "mwh",
    (FigureKind.QUANTITY, Unit.METRE): "m, mét, metres",
    (FigureKind.QUANTITY, Unit.M3): "mét khối, cubic metres",
    (FigureKind.QUANTITY, Unit.LITRE): "lít, l, litres",
    (FigureKind.QUANTITY, Unit.ITEM): """
        cm, mm, dm, khối, ster, feet, ml, g, gam, mg, tạ, yến, tấn km,
        hải lý, w, gw, gwh, kv, kva, mva, kvar, oát, mb, gb, tb, mbps, gbps,
        độ, độ c, điểm, sào, công suất, tcm, toe, ppm, db, dba
    """,
    (FigureKind.COUNT, Unit.PERSON): """
        người, người dân, người lao động, người học, người bệnh, người nghèo, người có công, lđ,
        cán bộ, công chức, viên chức, cán bộ chiến sĩ, cán bộ chiến sỹ, công an, công an xã,
        công an viên, công an chính quy, chiến sĩ, chiến sỹ, đồng chí, đ/c, bộ đội, dân quân,
        quân nhân, sĩ quan, tân binh, thanh niên, tù nhân, phạm nhân, học viên, học sinh, học trò,
        sinh viên, giáo viên, giảng viên, nhà giáo, hiệu trưởng, em, em học sinh, cháu, trẻ,
        trẻ em, bé, bé trai, bé gái, trẻ mồ côi, bà mẹ, phụ nữ, nam giới, nam, nữ, nam sinh,
        nữ sinh, người cao tuổi, người khuyết tật, đại biểu, ứng cử viên, cử tri, thành viên,
        ủy viên, uỷ viên, hội viên, đoàn viên, đảng viên, đội viên, xã viên, lao động, công nhân,
        nông dân, ngư dân, nhân viên, chuyên viên, thanh tra viên, kiểm lâm viên, kiểm lâm, bác sĩ,
        bác sỹ, y sĩ, y sỹ, dược sĩ, điều dưỡng, điều dưỡng viên, nhân viên y tế, y bác sĩ,
        y bác sỹ, thầy thuốc, bệnh nhân, nạn nhân, đối tượng, nghi phạm, bị can, bị cáo, tội phạm,
        thí sinh, thủ khoa, vận động viên, huấn luyện viên, nghệ nhân, nghệ sĩ, nhà khoa học,
        chuyên gia, kỹ sư, thạc sĩ, tiến sĩ, giáo sư, cử nhân, khách, du khách, khách du lịch,
        hành khách, lái xe, tài xế, lái phụ xe, phụ xe, chủ xe, chủ hàng, thương nhân, doanh nhân,
        cá nhân, dân, dân số, nhân khẩu, khẩu, nhân lực, nhân sự, nhân công, trưởng, phó trưởng,
        trưởng thôn, phó, trưởng phòng, phó trưởng phòng, lãnh đạo, phó chủ tịch, chủ tịch,
        giám đốc, phó giám đốc, bí thư, phó bí thư, tình nguyện viên, cộng tác viên,
        tuyên truyền viên, hướng dẫn viên, thuyết minh viên, hòa giải viên, hoà giải viên,
        báo cáo viên, giám sát viên, phóng viên,
        luật sư, công chứng viên, trợ giúp viên, thân nhân, liệt sĩ, liệt sỹ, thương binh,
        bệnh binh, cựu chiến binh, nhà báo, nhà đầu tư, cộng tác viên dân số, cô đỡ thôn bản,
        y tế thôn bản, người có uy tín, people, persons, workers, students, officials, passengers,
        visitors, patients
    """,
    (FigureKind.COUNT, Unit.PLACE): "chỉ tiêu, chỉ tiêu tuyển sinh",
    (FigureKind.COUNT, Unit.TASK_GROUP): "nhóm nhiệm vụ",
    (FigureKind.COUNT, Unit.OPTION): "phương án",
    (FigureKind.COUNT, Unit.VEHICLE): """
        xe, xe tải, xe ô tô, xe ôtô, xe hàng, xe container, xe công-ten-nơ, xe máy, xe mô tô,
        xe khách, xe con, xe buýt, xe đầu kéo, xe chở hàng, xe nông sản, xe hoa quả, xe xuất khẩu,
        xe nhập khẩu, xe tồn, xe cứu thương, xe chuyên dùng, ô tô, ôtô, mô tô, phương tiện,
        phương tiện vận tải, chiếc xe, chiếc ô tô, lượt xe, lượt phương tiện, đầu xe, đầu kéo,
        trucks, vehicles, lorries
    """,
    (FigureKind.COUNT, Unit.HOUSEHOLD): "hộ, hộ dân, hộ gia đình, households",
    (FigureKind.COUNT, Unit.BED): "giường, giường bệnh, beds",
    (FigureKind.COUNT, Unit.SET): """
        bộ kit, bộ kit xét nghiệm, bộ quần áo, bộ quần áo bảo hộ, bộ đồ bảo hộ, bộ trang phục,
        bộ trang phục phòng hộ, sets
    """,
    (FigureKind.COUNT, Unit.MASK): "khẩu trang, chiếc khẩu trang, cái khẩu trang, masks",
    (FigureKind.COUNT, Unit.DOSE): "liều, liều vắc xin, mũi, mũi tiêm, doses",
    (FigureKind.COUNT, Unit.ITEM): """
        hộ nghèo, hộ cận nghèo, hộ kinh doanh, gia đình, khách hàng, thôn,
        thôn bản, bản, xã, phường, thị trấn, huyện, quận, thị xã, tỉnh, thành phố, thôn xóm, xóm,
        khối, khối phố, khu phố, khu dân cư, tổ dân phố, đơn vị hành chính, địa phương, quốc gia,
        nước, khu vực, vùng, địa điểm, cửa khẩu, lối mở, cặp chợ, chợ, chợ biên giới, cột mốc, mốc,
        tuyến, tuyến đường, tuyến phố, đoạn, đoạn tuyến, cầu, cây cầu, cống, hầm, hồ, hồ chứa, đập,
        kênh, trạm, trạm y tế, trạm bơm, trạm bts, trạm biến áp, bến, bến bãi, bãi, kho, nhà máy,
        xưởng, nhà, ngôi nhà, căn nhà, căn, căn hộ, tòa nhà, phòng, phòng học, phòng ban,
        bệnh viện, phòng khám, cơ sở, cơ sở y tế, cơ sở sản xuất, trung tâm, trường,
        trường học, trường mầm non, trường tiểu học, trường thpt, trường thcs, lớp, lớp học,
        lớp tập huấn, điểm trường, thư viện, nhà văn hóa, nhà văn hoá, di tích, khu công nghiệp,
        cụm công nghiệp, khu, cụm, lô, lô đất, thửa, thửa đất, mảnh, ô, gian hàng, sở, bộ, ban,
        ngành, sở ngành, cơ quan, cơ quan đơn vị, đơn vị, tổ chức, đoàn thể, hội, chi hội, chi bộ,
        đảng bộ, chi đoàn, tập thể, tổ, tổ công tác, đội, đội tuyển, đoàn, đoàn công tác,
        đoàn kiểm tra, nhóm, câu lạc bộ, doanh nghiệp, công ty, hợp tác xã, htx, tổ hợp tác,
        trang trại, gia trại, ngân hàng, chi nhánh, điểm giao dịch, điểm cầu, điểm dân cư,
        điểm bán hàng, điểm sạt lở, điểm đen, điểm nóng, điểm du lịch, điểm thi, điểm kiểm soát,
        điểm cách ly, điểm nghẽn, điểm tiêm, điểm bưu điện, chốt, chốt kiểm soát, dự án,
        dự án thành phần, tiểu dự án, hợp phần, đề án, công trình, hạng mục, gói, gói thầu,
        nhiệm vụ, giải pháp, nhóm giải pháp, nhóm chỉ tiêu, mục tiêu, nhóm mục tiêu, tiêu chí,
        chỉ số, chỉ số thành phần, chỉ tiêu thành phần, nội dung, nhóm nội dung, kế hoạch,
        chương trình, chuyên đề, mô hình, nhóm vấn đề, vấn đề, nguyên tắc, biện pháp, bước, khâu,
        hình thức, phương thức, lĩnh vực, chính sách, cơ chế, dân tộc, tôn giáo, ngành nghề, nghề,
        môn, môn học, môn thi, bộ môn, văn bản, hồ sơ, thủ tục, thủ tục hành chính, tthc,
        dịch vụ công, dịch vụ, quy trình, quyết định, nghị quyết, chỉ thị, công văn, báo cáo,
        tờ trình, thông báo, nghị định, thông tư, giấy phép, giấy chứng nhận,
        giấy chứng nhận đăng ký, chứng chỉ, bằng khen, giấy khen, giải, giải thưởng, giải nhất,
        giải nhì, giải ba, huy chương, huân chương, danh hiệu, cờ thi đua, tin, bài, tin bài,
        tin bài viết, bài viết, tác phẩm, ấn phẩm, cuốn, cuốn sách, quyển, tờ, tờ rơi, tờ khai,
        trang, bộ hồ sơ, bản đồ, câu, câu hỏi, phiếu, phiếu bầu, lá phiếu, cử chỉ, ý kiến,
        kiến nghị, phản ánh, khuyến nghị, đề xuất, đơn, đơn thư, lượt, lượt người, lượt khách,
        lượt khách du lịch, lượt cán bộ, lượt hộ, lượt học sinh, lượt truy cập, lượt tham gia,
        lượt lao động, lần, phần, suất, suất quà, phần quà, món quà, cuộc, cuộc họp,
        cuộc thanh tra, cuộc kiểm tra, cuộc giám sát, hội nghị, hội thảo, buổi, buổi tuyên truyền,
        phiên, phiên họp, kỳ họp, kỳ, đợt, vòng, giai đoạn, khóa, khoá, khóa học, khóa đào tạo,
        sự kiện, hoạt động, giao dịch, hợp đồng, tài khoản, thuê bao, ca, ca bệnh, ca mắc,
        ca mắc mới, ca nhiễm, ca dương tính, ca tử vong, trường hợp, vụ, vụ việc, vụ án,
        vụ tai nạn, vụ cháy, vụ vi phạm, hành vi, lỗi, sai phạm, tồn tại, hạn chế, mẫu,
        mẫu xét nghiệm, mẫu bệnh phẩm, viên, chai, lọ, hộp, thùng, kit, ổ dịch,
        con, con lợn, con trâu, con bò, con gà, con gia súc, con gia cầm, gia súc, gia cầm, lợn,
        trâu, bò, dê, gà, vịt, đàn, cây, cây xanh, cây giống, cây phân tán, gốc, giống, sản phẩm,
        sản phẩm ocop, mặt hàng, lô hàng, kiện, bao, túi, chuyến, chuyến bay, chuyến xe,
        chuyến hàng, container, công-ten-nơ, cont, toa, toa xe, tàu, đoàn tàu, thuyền, máy,
        máy tính, máy thở, thiết bị, bộ máy, camera, hệ thống, phần mềm, cơ sở dữ liệu, chiếc, cái,
        đôi, cặp, tầng, làn, làn xe, luồng, cột, trụ, cọc, bóng đèn, đồng hồ, biển báo, biên chế,
        vị trí, vị trí việc làm, chức danh, chức vụ, ghế, chỗ, chỗ ngồi, phòng nghỉ, buồng, bậc,
        hạng, cấp, loại, mức, khoản, khoản thu, điều, chương, mục, tiểu khu, điểm mỏ, mỏ,
        ngày công, ngày nghỉ, bữa, bữa ăn, thứ, yếu tố, tiêu chuẩn, lợi ích, đầu mối, đầu việc,
        đầu điểm, đầu sách, đồng bào, vạn dân, con số, hướng dẫn, trận, trận động đất, cơn bão,
        đợt mưa, lễ hội, ngày hội, giếng, giếng khoan, bể, bể nước, máy bơm, thẻ, sổ, bàn,
        bộ bàn ghế, đề tài, sáng kiến, bãi rác, bình, bình chữa cháy, biên bản,
        biên bản ghi nhớ, khách sạn, nhà khách, nhà nghỉ, nhà hàng, khẩu hiệu, khẩu súng, xe lăn,
        xe đạp, xe đẩy, hộ chiếu, mũi thi công, mũi tuần tra, cân điện tử, tiếng dân tộc,
        phương tiện thông tin, phương tiện truyền thông, học viện,
        communes, districts, projects, cases, enterprises,
        schools, provinces, gates
    """,
}

UNITS: Mapping[str, Counted] = dict(SYMBOLS) | {
    word: counted for counted, words in _WORDS.items() for word in _phrases(words)
}
"""A unit or a counted noun → what kind of figure it makes and the unit it counts in.

`item` stands for all that the closed list of units has no code for.
"""

PLACES = frozenset(
    _phrases("""
        thôn, bản, xã, phường, thị trấn, huyện, quận, thị xã, tỉnh, thành phố, xóm, khối, khu phố,
        địa phương, quốc gia, khu vực, vùng, cửa khẩu, tuyến, tuyến đường, tuyến phố, lĩnh vực,
        nước, đơn vị hành chính, khối phố, tổ dân phố, khu, cụm
    """)
)
"""Nouns before which `trên` may as well mean "in" or "on"."""

NOT_MONEY = frozenset(_phrases("chí, bào, hồ, chủ, chủ trì, đội, nghiệp, loạt, thời, phạm, bộ"))
"""After `đồng` these make another word: đồng chí is a comrade."""

_BOUND_WORDS: Mapping[Bound, str] = {
    Bound.AT_MOST: """
        tối đa, không quá, không vượt quá, không vượt, không hơn, không lớn hơn, không nhiều hơn,
        không cao hơn, không trên, cao nhất, nhiều nhất, lớn nhất, trong vòng, chậm nhất,
        muộn nhất, trong thời hạn, trong thời gian, chỉ trong vòng, nhỏ hơn hoặc bằng, ≤, ≦, ⩽,
        < =, = <, at most, up to, no more than, not exceeding, a maximum of, maximum
    """,
    Bound.AT_LEAST: """
        tối thiểu, ít nhất, không dưới, không thấp hơn, không ít hơn, không nhỏ hơn, không kém,
        thấp nhất, nhỏ nhất, chí ít, lớn hơn hoặc bằng, ≥, ≧, ⩾, > =, = >, at least,
        no less than, a minimum of, minimum
    """,
    Bound.LESS_THAN: """
        dưới, thấp hơn, ít hơn, nhỏ hơn, chưa đến, chưa tới, chưa đầy, không đến, không tới,
        không đầy, <, less than, under, below, fewer than
    """,
    Bound.MORE_THAN: """
        trên, hơn, quá, vượt, vượt trên, vượt mốc, vượt ngưỡng, vượt mức, vượt con số, lớn hơn,
        cao hơn, nhiều hơn, đã quá, ngoài, >, more than, over, above, exceeding
    """,
    Bound.NEARLY: "gần, gần như, ngót, suýt soát, xấp xỉ gần, nearly, almost",
    Bound.APPROXIMATELY: """
        khoảng, vào khoảng, ước khoảng, ước chừng, chừng, khoảng chừng, tầm, cỡ, xấp xỉ, sấp xỉ,
        trên dưới, xung quanh, ~, ≈, about, approximately, around, roughly, circa
    """,
}

BOUNDS: Mapping[str, Bound] = {
    word: bound for bound, words in _BOUND_WORDS.items() for word in _phrases(words)
}

ESTIMATES = frozenset(
    _phrases("ước, ước tính, ước đạt, ước thực hiện, dự ước, estimated, an estimated")
)
"""These make a figure approximate without being part of it."""

COMPARISONS = frozenset(_phrases("cao hơn, thấp hơn, nhiều hơn, ít hơn, lớn hơn, nhỏ hơn, vượt"))
"""Bounds that become a difference when `so với` follows: higher by 5 % than last year."""

NEUTRAL = frozenset(
    _phrases("""
        nhanh hơn, chậm hơn, sớm hơn, muộn hơn, tốt hơn, dài hơn, ngắn hơn, rộng hơn, sâu hơn,
        nặng hơn, nhẹ hơn, mạnh hơn, đắt hơn, rẻ hơn, nêu trên, ở trên, bên trên, phía trên,
        quy định trên, kể trên, nói trên, dựa trên, căn cứ trên, bên dưới, phía dưới, nêu dưới,
        kích cỡ, bên ngoài, phía ngoài, ở ngoài, nước ngoài, ra ngoài, và ngoài, bằng hơn, trên cả,
        cấp trên, cấp dưới, tuyến trên, tuyến dưới, như trên
    """)
)
"""Words that end like a bound and are none."""

FILLERS = frozenset(
    _phrases("""
        là, phải, đạt, có, còn, bằng, mức, ở mức, lên, xuống, đến, tới, lên đến, lên tới, được,
        chỉ, cả, tăng, giảm, xuống còn, giảm còn, phải đạt, là từ, bố trí, đạt mức, con số, của
    """)
)
"""Words that may stand between a bound and its number: `tối thiểu phải đạt 80%`."""

AFTER: Mapping[str, Bound] = {
    "trở lên": Bound.AT_LEAST,
    "đổ lên": Bound.AT_LEAST,
    "or more": Bound.AT_LEAST,
    "trở xuống": Bound.AT_MOST,
    "đổ xuống": Bound.AT_MOST,
    "trở lại": Bound.AT_MOST,
    "đổ lại": Bound.AT_MOST,
    "or less": Bound.AT_MOST,
}
"""Bounds that stand after the figure: `50 người trở lên`."""

NUMBERS = frozenset(
    _phrases("""
        không, một, hai, ba, bốn, tư, năm, lăm, sáu, bảy, bẩy, tám, chín, mười, mươi, mốt, trăm,
        linh, lẻ, nghìn, ngàn, triệu, tỷ
    """)
)
