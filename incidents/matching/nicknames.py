"""Short and sister forms of common English and Spanish given names. A short form may belong to several names."""

from collections.abc import Mapping

_TABLE = """
alejandro alex ale jandro alexander xander sandro
alejandra alex ale sandra alexandra lexi alexa
alfonso poncho
andres andrew andy drew
andrea andy
antonio tony tono anthony toni
antonia tonia toni
barbara barb barbie
beatriz bea betty beatrice
benjamin ben benny benji
carlos charles charlie chuck carlitos charly
carolina caro carol caroline
catalina cathy kathy katherine catherine kate katie kat cata kathleen kaitlyn
christopher chris cristobal topher kit
christina chris cristina tina chrissy kristina
cristian chris christian
concepcion concha conchita connie
consuelo chelo connie
daniel dan danny dani
daniela dani danny danielle
david dave davey
dolores lola loli
edward ed eddie eduardo lalo ted ned
elizabeth liz lizzy beth betsy betty eliza elisa isabel isabella bella libby lisa isa chabela
emilia emily emmy mili
enrique henry quique harry hank kike
ernesto ernie neto ernest
esperanza espe lancha hope
esteban steven stephen steve teban stefan
eugenio gene eugene
fernando fer nando ferny
fernanda fer nanda
francisco frank francis paco pancho kiko frankie curro
francisca paca fran frances frankie panchita
gabriel gabe gabi
gabriela gabby gabi gabrielle
george jorge georgie jorgito
gerardo jerry gerard lalo
gilberto gil gilbert beto
gregory greg gregorio goyo
guadalupe lupe lupita
guillermo memo william will bill billy willie liam guille
hector tito
ignacio nacho iggy
jacob jake jacobo coby
james jim jimmy jaime jamie diego santiago
javier xavier javi
jennifer jen jenny jenna
jesus chuy chucho
jessica jess jessie
jonathan jon johnny nathan jonatan
john jack johnny juan juanito jon
joseph joe joey jose pepe pepito
josefina josie pepa fina josephine
joshua josh josue
juana jane juanita joan janie
julia julie juli
katrina trina kat
kimberly kim kimmy
lawrence larry lorenzo laurence
leonardo leo leonard lenny
leticia lety letty letitia
lucia lucy luz lucille
luis louis lou lucho lewis
manuel manny manolo manu manuelito
margarita maggie margaret meg peggy rita marge mago greta
maria mary mari mariquita marie
mariana mari ana
matthew matt mateo teo matty
mercedes meche merche
miguel michael mike mikey mick
michelle shelly chelle
nathaniel nate nathan nat
nicholas nick nicky nicolas nico
nicole nikki nicky
octavio tavo
pamela pam
patricia pat patty tricia trish paty
patrick pat paddy patricio
paul pablo paulie
peter pete pedro perico
philip phil felipe pip
rachel raquel rae
rafael rafa raphael ralph
ramon monchi ray moncho
raul ray
raymond ray raimundo
rebecca becky becca rebeca
ricardo richard rick ricky rich dick rico
robert rob bob bobby robbie roberto beto bert
rodrigo rod rodri
rogelio roger
rosario charo chayo
rosa rose rosie rosita
salvador chava sal
samuel sam sammy
samantha sam sammy
sergio checo
sofia sophia sophie sofi
susana susan sue susie suzanne suzy
teresa tere terry tess theresa
theodore ted teddy theo teodoro
thomas tom tommy tomas
timothy tim timmy timoteo
veronica vero ronnie roni
vicente vince vincent vinny chente
victor vic vito
victoria vicky tori vicki
vanessa nessa
yolanda yoli yola
zachary zach zack zac
"""


def _read() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _TABLE.split("\n"):
        forms = line.split()
        for form in forms:
            found.setdefault(form, set()).add(forms[0])
    return {form: frozenset(names) for form, names in found.items()}


GROUPS = _read()
