"""English words of one sort that exclude each other, as before and after or party and army, by what they say."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

# A line that is indented goes on with the sort before it. A bar stands between the senses of a sort; the words after a
# plus may mean the sense, and the others always do; an asterisk leaves the end of a word open.
_SORTS = """
before beforehand previous previously preceding ago prior + by until till eve earlier former* advance already
    yet face* pre* past ahead anticipat* | after afterward afterwards thereafter subsequently following + since
    later then upon once next post* follow* aftermath succeed* behind
more increas* + further* additional* greater growing beyond exceed* over rise rising rose most larg* high*
    expand* much up | less fewer decreas* diminish* + declin* lower* reduc* down* limit* without lack* short* under*
    small*
first initial* preliminary + main* primar* one early earliest begin* began begun prime* foremost start* new*
    before at onset | last final* + end* ultimate* late* recent* past previous* still conclu* clos*
rise rises rose risen rising increas* improv* grow* grew grown + high* rais* soar* more up strengthen* expand* |
    fall falls fell fallen falling declin* decreas* dropp* drops worsen* + low* reduc* less down* sank shr* autumn
build* built found* establish* creat* form* set + introduc* open* start* began begin* new appoint* organiz*
    organis* implement* propos* | abolish* abolit* dissol* disband* dismantl* liquidat* eliminat* remov* withdr* +
    clos* end* cancel* suspend* stop* ceas*
sent send* + go* went down transfer* issu* distribut* submit* deliver* circulat* letter* forward* | recall*
    withdr* + return* call* back
approv* endors* adopt* accept* agree* pass* ratif* + support* decid* decision* favo* implement* resol* propos*
    sanction* confirm* consent* | reject* refus* oppos* disapprov* turn* repudiat* declin* + not criticiz* criticis*
    challeng* deni* disagree* object* contest* resist*
prais* commend* laud* + good positive* correct* achiev* | blam* criticiz* criticis* condemn* denounc* attack*
    censur* accus* + fault* wrong* error* mistak*
releas* freed rehabilitat* + resum* restor* | arrest* imprison* detain* + prison* custod*
strengthen* consolidat* enhanc* reinforc* + rais* improv* increas* build* expand* develop* more* | weaken*
    undermin* erod* + reduc* lower* slack* harm* hurt* damag*
appoint* promot* elect* nam* + assum* transfer* becam* becom* head* charg* | dismiss* demot* remov* oust* purg*
    + replac* fell lost depriv* fall
join* + merg* unit* enter* member* | quit resign* + left leave* withdr*
won win wins victor* + succe* | lost lose los* defeat* + fail*
succe* achiev* + won victor* effect* result* | fail* + lost defeat* unsuccess*
began begin* begun start* launch* initiat* + first open* set* introduc* new emerg* | end ended ending ends
    finish* conclud* clos* complet* + stop* ceas* last final*
confirm* admit* acknowledg* + accept* agree* self-critic* | deny denied denies denying + reject* refus* not
demand* urg* call* request* ask* order* requir* + must should need* propos* instruct* had want* stress* have |
    forbid* forbad* forbidden prohibit* ban banned + not no never stop*
cadre* + personnel official* staff leader* comrade* functionar* member* | worker* + labor* labour* work*
    employee* proletar* | peasant* farmer* + villag* rural | soldier* troop* + army militar* | student* + school*
    universit* youth* | intellectual* intelligentsia + technic* expert*
party ccp cpc + communist* committee* central* plenum* congress* discipline | army pla soldier* troop* +
    militar* armed | government* + state council administrat* ministr* regional*
industr* + factor* enterpris* economic* plant* | agricultur* farm* + rural crop* grain villag* peasant* |
    handicraft* | commerc* trade* + market* business* financ*
politic* + party power* government* class revolution* | econom* financ* + industr* product* trade* | cultur*
    literar* literature + art* educat* intellect* | militar* army + armed war* soldier* | ideolog* + thought* think*
    | propagand* publicit* | organiz* organis* + work*
rural villag* countryside + peasant* commun* agricultur* farm* | urban city cities town*
senior high* leading top + import* old* veteran* respons* central | junior low* + young* middle basic
short brief + soon quick* rapid* recent* now | long lengthy + decad* year* extend* time*
public* open* + announc* publish* press* paper* | secret* conceal* hidden + private* behind quiet* confiden*
central centre center national + party beijing capital state | local regional provincial + area* province*
    region* county district
early earlier + begin* began first start* | late later + end* recent* after*
big large great huge major + serious* vast* many much broad* import* wide* most* sever* heav* | small minor
    little tiny + few slight* less*
good well fine + better success* correct* posit* excellent favo* | bad badly poor* + worse* wrong* negativ* err*
    evil fault* mistak*
quick* fast rapid* speed* swift* sudden* + short brief soon immediat* prompt* | slow* gradual* + step* degree*
    long time*
right-wing rightist* + right conservat* | leftist* left-wing ultraleft* + left radical*
north northern northeast* northwest* | south southern southeast* southwest* | east eastern eastward | west
    western
spring | summer | autumn fall | winter
morning | afternoon | evening | night
war wartime + battl* fight* military | peace peaceful* peacetime
internal* domestic inner + inside within | external* foreign outer + abroad international* outside overseas
call* urg* appeal* + demand* ask* request* | forbid* forbad* forbidden
support* favo* + endors* approv* back* side | oppos* resist* against + criticiz* criticis* fought fight*
warn* + caution* danger* | promis* + pledg* assur*
permit* allow* + let toler* | forbid* forbad* forbidden prohibit* ban banned + restrict*
wrote writ* written + letter* pen draft* article* report* | spoke speak* speech* + said say* told talk*
sent send* + dispatch* go* went submit* issu* deliver* | receiv* + got get*
"""
_FEWEST_LETTERS = 3


class Sense(NamedTuple):
    """One of the senses of a sort of words, both by their numbers."""

    sort: int
    number: int


def _listed() -> tuple[dict[str, set[Sense]], dict[str, set[Sense]]]:
    """Give the senses by the words that always mean them, and by all that may, with their asterisks."""
    always: dict[str, set[Sense]] = defaultdict(set)
    perhaps: dict[str, set[Sense]] = defaultdict(set)
    for sort, line in enumerate(_SORTS.replace("\n    ", " ").strip().split("\n")):
        for number, words in enumerate(line.split("|")):
            telling, _, others = words.partition("+")
            for word in telling.split():
                always[word].add(Sense(sort, number))
            for word in (*telling.split(), *others.split()):
                perhaps[word].add(Sense(sort, number))
    return always, perhaps


_ALWAYS, _PERHAPS = _listed()


@lru_cache(maxsize=65536)
def meant(word: str) -> frozenset[Sense]:
    """Give the senses that a word in small letters always has."""
    return _found(word, _ALWAYS)


@lru_cache(maxsize=65536)
def perhaps_meant(word: str) -> frozenset[Sense]:
    """Give the senses that a word in small letters may have."""
    return _found(word, _PERHAPS)


def _found(word: str, listed: Mapping[str, set[Sense]]) -> frozenset[Sense]:
    beginnings = (f"{word[:length]}*" for length in range(_FEWEST_LETTERS, len(word) + 1))
    return frozenset().union(*(listed[key] for key in (word, *beginnings) if key in listed))


def contrary(told: Iterable[str], printed: Collection[str]) -> Iterator[tuple[str, str]]:
    """Give each word of one text whose sense another has in no word, with a word there of another sense of its sort.

    Nothing is said where the first text has that other sense as well.
    """
    told = list(told)
    own = frozenset[Sense]().union(*map(meant, told))
    if not own:
        return
    held = frozenset[Sense]().union(*map(perhaps_meant, printed))
    sorts = {sense.sort for sense in own - held}
    other = {sense: word for word in sorted(printed) for sense in meant(word) if sense.sort in sorts} if sorts else {}
    for word in told:
        for sense in sorted(meant(word) - held):
            rival = next((said for one, said in other.items() if one.sort == sense.sort and one not in own), "")
            if rival:
                yield word, rival
