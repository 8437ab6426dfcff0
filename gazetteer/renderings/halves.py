"""Half-translated names: what a place, a body or an affair is, in English, beside the rest in pinyin.

加沙地带 becomes "Jiasha Strip" (Gaza Strip), 南卡州 "South Kazhou", 咸镜北道 "North Xianjing Province", 蔚来汽车
"Weilai Automobile", 美联社 "Meilian News Agency", 文金会 "Wen Jin meeting". The tables hold what Chinese names end in
and begin with, and what a machine writes for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.entity import Entity
from gazetteer.keys import fold
from gazetteer.readings import spellings
from gazetteer.renderings.channel import Rendering, Tools

PLACE_ENDINGS = {
    "州": ("State",), "省": ("Province",), "市": ("City",), "县": ("County", "Prefecture"), "府": ("Prefecture",),
    "道": ("Province",), "旗": ("Banner",), "区": ("District",), "镇": ("Town",), "村": ("Village",),
    "街": ("Street",), "岛": ("Island",), "群岛": ("Islands", "Archipelago"), "半岛": ("Peninsula",),
    "海峡": ("Strait", "Straits", "Channel"), "海": ("Sea",), "湾": ("Bay", "Gulf"), "角": ("Cape",),
    "江": ("River",), "河": ("River",), "川": ("River",), "运河": ("Canal",), "湖": ("Lake",),
    "山": ("Mountain", "Mount"), "山脉": ("Mountains", "Mountain Range"), "雪山": ("Snow Mountain",),
    "峰": ("Peak", "Mount"), "高原": ("Plateau",), "沙漠": ("Desert",), "盆地": ("Basin",), "平原": ("Plain",),
    "草原": ("Grassland", "Prairie"), "谷": ("Valley",), "峡谷": ("Canyon", "Gorge"), "地带": ("Strip",),
    "走廊": ("Corridor",), "地区": ("Region", "Area", "Prefecture"), "广场": ("Square", "Plaza"), "宫": ("Palace",),
    "城": ("City", "Town", "Castle"), "港": ("Port", "Harbor", "Harbour"), "口岸": ("Port",), "机场": ("Airport",),
    "大桥": ("Bridge",), "大坝": ("Dam",), "水库": ("Reservoir",), "寺": ("Temple", "Monastery"), "公园": ("Park",),
    "体育场": ("Stadium",), "基地": ("Base",), "核电站": ("Nuclear Power Plant", "Nuclear Power Station"),
    "石窟": ("Grottoes",), "教堂": ("Church",), "大教堂": ("Cathedral",), "高地": ("Heights", "Highlands"),
    "王国": ("Kingdom",), "共和国": ("Republic",), "庄园": ("Manor", "Estate"), "堡": ("Castle", "Fort", "Fortress"),
    "屋": ("House",), "桥": ("Bridge",), "塔": ("Tower",), "门": ("Gate",), "关": ("Pass",), "岬": ("Cape",),
    "礁": ("Reef",), "屿": ("Island", "Islet"), "滩": ("Beach", "Shoal"), "洞": ("Cave",),
    "泉": ("Spring", "Springs"), "庙": ("Temple",), "郡": ("County",), "邦": ("State",), "神社": ("Shrine",),
    "监狱": ("Prison",), "大厦": ("Building", "Tower"), "车站": ("Station",), "站": ("Station",), "森林": ("Forest",),
    "花园": ("Garden", "Gardens"), "瀑布": ("Falls", "Waterfall"), "冰川": ("Glacier",), "火山": ("Volcano",),
    "冰原": ("Icefield",), "三角洲": ("Delta",), "油田": ("Oilfield", "Oil Field"), "难民营": ("Refugee Camp",),
    "古城": ("Ancient City",), "遗址": ("Ruins", "Site"), "空军基地": ("Air Force Base", "Air Base"),
    "海军基地": ("Naval Base",), "国际机场": ("International Airport",), "核电厂": ("Nuclear Power Plant",),
    "水电站": ("Hydropower Station",), "大道": ("Avenue", "Boulevard"), "隧道": ("Tunnel",),
    "工业园": ("Industrial Park",), "工业区": ("Industrial Zone", "Industrial Area", "Industrial Complex"),
    "工业园区": ("Industrial Park", "Industrial Complex", "Industrial Zone"),
    "特区": ("Special Zone", "Special Region"),
}  # fmt: skip
"""What names of places end in."""
ADMINISTRATIVE = frozenset("省市县府区镇村旗郡邦")
"""Endings that an English name leaves out as often as not: rendered only where a right name has the word, for else
the pinyin of the rest says all and the word in the text stays.
"""

BODY_ENDINGS = {
    "大学": ("University",), "学院": ("College", "Institute", "Academy"), "医院": ("Hospital",),
    "研究所": ("Institute", "Research Institute"), "研究院": ("Institute", "Academy"), "实验室": ("Laboratory",),
    "博物馆": ("Museum",), "博物院": ("Museum",), "剧院": ("Theatre", "Theater"), "银行": ("Bank",),
    "保险": ("Insurance",), "证券": ("Securities",), "资本": ("Capital",), "基金": ("Fund",), "投资": ("Investment",),
    "金融": ("Financial", "Finance"), "集团": ("Group",), "公司": ("Company", "Corporation"),
    "控股": ("Holdings", "Holding"),
    "汽车": ("Automobile", "Automobiles", "Automotive", "Motor", "Motors", "Car", "Cars", "Auto"),
    "摩托": ("Motorcycle",), "航空": ("Airlines", "Aviation", "Air"), "航空公司": ("Airlines", "Airline"),
    "航运": ("Shipping",), "海运": ("Shipping",), "物流": ("Logistics",), "快递": ("Express",), "速递": ("Express",),
    "科技": ("Technology", "Technologies"), "技术": ("Technology",), "电子": ("Electronics", "Electronic"),
    "电器": ("Electric", "Electrical Appliances", "Appliances"), "电气": ("Electric",), "电力": ("Power",),
    "电工": ("Electric",), "半导体": ("Semiconductor",), "微电子": ("Microelectronics",),
    "通信": ("Communications", "Communication"), "网络": ("Network", "Networks"), "软件": ("Software",),
    "智能": ("Intelligent", "Intelligence"), "云": ("Cloud",), "机器人": ("Robot", "Robotics"),
    "重工": ("Heavy Industry", "Heavy Industries"), "机械": ("Machinery",),
    "工业": ("Industry", "Industries", "Industrial"), "造船": ("Shipbuilding",), "建设": ("Construction",),
    "地产": ("Real Estate", "Property"), "置业": ("Real Estate",), "物业": ("Property",),
    "钢铁": ("Steel", "Iron and Steel"), "矿业": ("Mining",), "铝业": ("Aluminum",), "石油": ("Oil", "Petroleum"),
    "石化": ("Petrochemical",), "化学": ("Chemical", "Chemistry"), "化工": ("Chemical",), "能源": ("Energy",),
    "光伏": ("Photovoltaic",), "新能源": ("New Energy",), "制药": ("Pharmaceutical", "Pharmaceuticals"),
    "药业": ("Pharmaceutical",), "医药": ("Pharmaceutical", "Medicine"), "医疗": ("Medical",),
    "生物": ("Biological", "Biology", "Biotech"), "食品": ("Food", "Foods"), "乳业": ("Dairy",), "啤酒": ("Beer",),
    "咖啡": ("Coffee",), "酒店": ("Hotel", "Hotels"), "百货": ("Department Store",), "商城": ("Mall",),
    "影业": ("Pictures", "Film", "Films"), "传媒": ("Media",), "娱乐": ("Entertainment",), "音乐": ("Music",),
    "游戏": ("Games", "Game"), "社区": ("Community",), "出行": ("Travel",), "外卖": ("Takeaway",),
    "手机": ("Mobile Phone", "Mobile", "Phone"), "出版社": ("Press", "Publishing House"),
    "通讯社": ("News Agency", "Agency"), "新闻社": ("News Agency",), "社": ("News Agency", "Agency", "Press"),
    "日报": ("Daily", "Daily News", "Newspaper"), "晚报": ("Evening News", "Evening Paper", "Evening Post"),
    "周刊": ("Weekly", "Magazine"), "早报": ("Morning News", "Morning Post", "Morning Paper"),
    "晨报": ("Morning News", "Morning Post", "Morning Paper"), "周报": ("Weekly",), "时报": ("Times", "Daily"),
    "邮报": ("Post",), "论坛报": ("Tribune",), "快报": ("Express",), "报": ("Newspaper", "Daily", "News"),
    "新闻": ("News", "Shimbun"), "新闻网": ("News Network", "News", "News Net"),
    "网": ("Network", "Net", "Online", "Website", "Com"), "在线": ("Online",), "杂志": ("Magazine",),
    "电视台": ("TV", "Television", "TV Station", "Television Station"), "电视": ("TV", "Television"),
    "卫视": ("TV", "Satellite TV"), "广播电台": ("Radio", "Radio Station"), "电台": ("Radio", "Radio Station"),
    "党": ("Party",), "部": ("Ministry", "Department"), "省": ("Ministry", "Province"),
    "院": ("Institute", "Court", "Academy"), "局": ("Bureau", "Administration"), "署": ("Agency", "Department"),
    "委": ("Committee", "Commission"), "会": ("Association", "Council", "Society"), "协会": ("Association",),
    "联盟": ("League", "Alliance", "Union"), "盟": ("League", "Alliance"), "组织": ("Organization", "Organisation"),
    "基金会": ("Foundation",), "俱乐部": ("Club",), "队": ("Team",), "运动": ("Movement",), "阵线": ("Front",),
    "论坛": ("Forum",), "法院": ("Court",), "议会": ("Parliament",), "行": ("Bank",), "团": ("Group",),
}  # fmt: skip
"""What names of organisations and companies end in."""

AFFAIR_ENDINGS = {
    "会": ("meeting", "summit", "talks"), "会谈": ("talks", "meeting"), "会晤": ("meeting", "talks"),
    "峰会": ("summit",),
    "宣言": ("declaration",), "声明": ("declaration", "statement"), "公报": ("communique",), "条约": ("treaty",),
    "协定": ("agreement",), "协议": ("agreement",), "公约": ("convention",), "战争": ("war",), "战役": ("battle",),
    "之战": ("battle",), "危机": ("crisis",), "事件": ("incident",), "案": ("case",), "运动": ("movement",),
    "革命": ("revolution",), "计划": ("plan",), "方案": ("plan",), "模式": ("model",), "经济学": ("economics",),
    "主义": ("doctrine",), "效应": ("effect",), "陷阱": ("trap",), "定律": ("law",), "系统": ("system",),
    "病毒": ("virus",), "病": ("disease",), "热": ("fever",), "毒株": ("strain",), "疫苗": ("vaccine",),
    "奖": ("prize", "award"),
    "杯": ("cup",), "赛": ("race", "game"), "指数": ("index",), "飓风": ("hurricane",), "台风": ("typhoon",),
}  # fmt: skip
"""What names of events and terms end in that hold the name of a person or a place."""

PLACE_WORDS = frozenset(word.casefold() for words in PLACE_ENDINGS.values() for word in words)
"""The English words that say what sort of place a name is that of, casefolded."""
BODY_WORDS = frozenset(word.casefold() for words in BODY_ENDINGS.values() for word in words) - PLACE_WORDS
"""The English words that say what sort of organisation a name is that of, casefolded."""

BEGINNINGS = {
    "南": "South", "北": "North", "东": "East", "西": "West", "新": "New", "大": "Great", "小": "Little",
    "中": "Central", "上": "Upper", "下": "Lower",
}  # fmt: skip
"""What a machine puts into English at the beginning of a place's name, and before its unit (咸镜北道)."""

COST, ONE_CHARACTER_COST, HETERONYM_COST = 0.07, 0.15, 0.1
"""The cost of a half-translated name, of one whose stem is a single character, and what another reading adds."""
READINGS = 3
"""Readings of a stem: 藏 in 雅鲁藏布江 is read cang or zang."""
TURNED_COST = 0.1
SHORTEST_BODY_STEM, LONGEST_STEM = 2, 7
"""Characters of the shortest stem of an organisation that means anything in pinyin, and of the longest."""


ENDINGS = {
    "place": PLACE_ENDINGS,
    "organization": BODY_ENDINGS,
    "product": BODY_ENDINGS,
    "event": AFFAIR_ENDINGS,
    "term": AFFAIR_ENDINGS,
}
"""What names end in that a machine puts into English, by the kind of entity."""


def halves(entity: Entity, tools: Tools) -> Iterator[Rendering]:
    """Yield the half-translated forms of places, organisations, products, events and terms.

    A stem that stands in a right name as it is (江苏 in Jiangsu TV) is no sign of a wrong one, and gives none.
    """
    endings = ENDINGS.get(entity.kind)
    if endings is None:
        return
    known = {fold(word) for form in entity.right for word in form.replace("-", " ").split()}
    for at, form in enumerate(entity.zh):
        han = form.replace("·", "")
        for parts, stem in _divided(han, endings, entity.kind == "place"):
            if entity.kind == "place" and han[-1] in ADMINISTRATIVE and fold(parts[-1]) not in known:
                continue
            for rank, spelt in enumerate(_pinyin(stem, tools)):
                if spelt in known:
                    break
                cost = (COST if len(stem) > 1 else ONE_CHARACTER_COST) + rank * HETERONYM_COST
                named = tuple(part or spelt for part in parts)
                yield Rendering(named, cost, at)
                if parts[0] == "" and len(stem) > 1:
                    yield Rendering((*named[1:], spelt), cost + TURNED_COST, at, True)


def _divided(han: str, endings: dict[str, tuple[str, ...]], place: bool) -> Iterator[tuple[tuple[str, ...], str]]:
    """The parts of a name with an empty one for its stem, and the stem."""
    shortest = 1 if place else SHORTEST_BODY_STEM
    for size in range(1, min(5, len(han))):
        stem = han[:-size]
        for word in endings.get(han[-size:], ()):
            if shortest <= len(stem) <= LONGEST_STEM:
                yield ("", word), stem
            if not place or not 3 <= len(stem) + 1 <= LONGEST_STEM:
                continue
            if stem[-1] in BEGINNINGS:
                yield (BEGINNINGS[stem[-1]], "", word), stem[:-1]
            if stem[0] in BEGINNINGS:
                yield (BEGINNINGS[stem[0]], "", word), stem[1:]
    if place and 3 <= len(han) <= LONGEST_STEM and han[0] in BEGINNINGS:
        yield (BEGINNINGS[han[0]], ""), han[1:]


def _pinyin(han: str, tools: Tools) -> list[str]:
    """The readings of a stem, the likeliest first; none where it has other signs than Han characters."""
    if not all("\u3400" <= character <= "\u9fff" for character in han):
        return []
    readings = spellings(tools.syllables(han, False), READINGS if len(han) > 1 else 1)
    return list(dict.fromkeys("".join(reading) for reading in readings))
