"""Made-up private persons in made-up sentences: what the fit must learn to leave alone.

Most Chinese names in a text are names of people whom nobody has listed, and nearly every syllable of them is also the
reading of somebody's Chinese name somewhere. The sentences are our own; surnames and given names are drawn from the
commonest syllables.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from scripts.gold import Case

SURNAMES = (
    "Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Gao Lin Luo Zheng Liang Xie "
    "Song Tang Deng Han Feng Cao Peng Zeng "
    "Xiao Tian Dong Yuan Pan Yu Jiang Cai Du Ye Cheng Su Wei Lü Ding Ren Shen Yao Lu Cui Zhong Tan Wang "
    "Fan Jin Shi Liao Jia Xia Fu Fang Bai "
    "Zou Meng Xiong Qin Qiu Yin Xue Yan Duan Lei Hou Long Tao Gu Mao Hao Gong Shao Wan Qian Kong Mo An Mei Pu Lan"
).split()
GIVEN = (
    "wei min jing li na fang xiu ying juan qiang lei yan jie jun yong chao hui ming hong xia ping gang "
    "gui jian hua guo zhi xin yu chen hao bo tao kai "
    "peng fei long hai lin zhen dong xiang sheng cheng rui hang yi jia qi meng ting xue shan rong mei "
    "lan qin feng de zheng wen bin zhong xian an yue "
    "ning shu han si ru xuan zi tian yuan zhu nan bei yun shi ren da san"
).split()

SENTENCES = (
    "(Reporter {0}) Heavy rain fell in the upper reaches of the river on Saturday, and two roads were closed.",
    "{0}, a villager, said that the new well had changed the life of his family.",
    "Photo by {0}, Xinhua News Agency.",
    "“We did not expect so many visitors,” said {0}, who runs a guesthouse by the lake.",
    "{0}, 41, sold his lorry and opened a bakery in Wuhu.",
    "Editor: {0}",
    "The deputy director of the county's water bureau, {0}, told reporters that the dam was safe.",
    "{0}, a professor at Zhejiang University, believes that the market will recover next year.",
    "At the finals in Chengdu, {0} of the Sichuan team won the women's singles.",
    "According to {0}, head of the township's clinic, all patients have gone home.",
    "{0} and {1} have been friends since they were students in Wuhan.",
    "The novel by {0} tells of three generations of a family in the northeast of China.",
    "Nurse {0} spent forty days in the ward before she saw her daughter again.",
    "Chairman {0} of the company said that the factory in Changsha would open in May.",
    "Xinhua News Agency, Beijing, March 3 (Reporters {0} and {1}) The ministry published the new rules on Tuesday.",
    "The court in Hangzhou sentenced {0} to four years in prison for fraud.",
    "{0}, spokesman for the city's bureau of commerce, said the fair would go on as planned.",
    "Director {0} and the actor {1} presented their film in Shanghai.",
    "A policeman named {0} carried the old woman down the stairs.",
    "{0}, secretary of the village's Party branch, showed the visitors the new road.",
    "“My father would be proud,” {0} said after the match.",
    "The engineer {0} worked on the bridge for nine years.",
    "Vice mayor {0} inspected the schools of the district on Monday.",
    "{0}'s shop sells noodles and tea near the railway station.",
    "Her pupil {0} sang the second aria with the city's orchestra.",
    "General manager {0} said that the group would build three more plants in Hunan.",
    "Doctor {0} of the People's Hospital of Guangdong advised patients to rest.",
    "{0} was born in Suzhou in 1962 and studied painting in Paris.",
    "In the group stage {0} lost to the Japanese player, then beat the South Korean one.",
    "The analyst {0} of a brokerage in Shenzhen expects the United States to raise rates.",
    "{0}, a student from Nanjing, won the first prize in a contest held in Germany.",
    "Lawyer {0} said that his client would appeal.",
)


def cases(count: int = 1200, seed: int = 20261123) -> Iterator[Case]:
    """Yield cases in which nothing may be changed."""
    draw = random.Random(seed)
    for number in range(count):
        text = draw.choice(SENTENCES).format(name(draw), name(draw))
        yield Case(f"private-{number:04d}", f"{draw.randint(2012, 2023)}-0{draw.randint(1, 9)}-15", text)


def name(draw: random.Random) -> str:
    """A name of a surname and one or, more often, two syllables."""
    given = "".join(draw.choice(GIVEN) for _ in range(draw.choice((1, 2, 2))))
    return f"{draw.choice(SURNAMES)} {given.capitalize()}"
