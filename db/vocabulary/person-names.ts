/**
 * Finds likely names of persons in running text, so that whoever reads a document in can mark them and an editor can decide
 * on each (design: people at risk). English, Russian and Kyrgyz, in Latin and Cyrillic letters. A missed name may end in
 * public and a false one costs an editor a glance, so doubt is decided for marking.
 *
 * What it does not find: a given name alone that is not a common one ("Testina said"), unless an honorific or a role stands
 * before it; names in small letters; scripts without capitals (Arabic, Chinese, Georgian); nicknames, handles, numbers,
 * and descriptions that tell who is meant ("the director of the only shelter in the town"); a name broken by a hyphen
 * at the end of a line; a name of which a part is a word of the lists below ("Paris Court" as a person). It never says who
 * somebody is. Two capitalised words of which neither is known are marked, so names of firms and unknown places are too.
 *
 * Each word is looked at a fixed number of times, so time grows with length alone, for any text. Nothing crosses a blank
 * line but the office under a name that stands alone on its line.
 */

export const NAME_CLUES = [
  /** After or before a form of address: "Ms. Examplova", "Үлгү мырза". */
  'honorific',
  /** "T. A. Examplova", "Образцова Т.А." */
  'initials',
  /** "Примеровна", "Үлгү уулу", "Sample kyzy". */
  'patronymic',
  /** A surname in capitals, as in UN letters: "Testina EXAMPLOVA". */
  'capitals',
  /** Words with capitals in a row, none of them known as something else. */
  'capitalised',
  /** An ending that surnames have: "Examplova". */
  'surname',
  /** A common given name, alone. */
  'given_name',
  /** After a word for what a person is: "journalist Example", "депутат Образец". */
  'role',
] as const
export type NameClue = (typeof NAME_CLUES)[number]

export interface FoundName {
  /** As written, without form of address. */
  text: string
  /** Offsets in the text, in UTF-16 units; `end` is excluded. */
  start: number
  end: number
  /** The strongest reason for taking it for a name. */
  why: NameClue
  /** An office stands beside it, so this may be an office-holder. A hint: only an editor can say whether the act was official. */
  withOffice: boolean
}

/** Likely names of persons, in order, not overlapping. Total and deterministic. */
export function findPersonNames(text: string): FoundName[] {
  const words = wordsOf(text)
  const found: FoundName[] = []
  let i = 0
  while (i < words.length) {
    const run = runFrom(words, i)
    if (!run) {
      i += 1
      continue
    }
    const why = clueOf(words, run)
    if (why) {
      const { start } = at(words, run.first)
      const { end, shape } = at(words, run.last)
      const stop = shape === 'initial' ? end + 1 : end
      found.push({ text: text.slice(start, stop), start, end: stop, why, withOffice: hasOffice(words, run) })
    }
    i = run.last + 1
  }
  return found
}

/** How much of the text around a name is read for an office. */
const AROUND = 300

/** Whether an office stands beside the name between two offsets: also for names that somebody marked by hand. */
export function standsWithOffice(text: string, { start, end }: { start: number; end: number }): boolean {
  const from = Math.max(0, start - AROUND)
  const words = wordsOf(text.slice(from, end + AROUND))
  const first = words.findIndex((word) => word.end + from > start)
  const last = words.findLastIndex((word) => word.start + from < end)
  return first !== -1 && first <= last && hasOffice(words, { first, last, honorific: isAfterHonorific(words, first) })
}

// Words

interface Word {
  start: number
  end: number
  /** In small letters, without possessive and invisible characters. */
  key: string
  /** Followed by 's, which stands behind `end`: no name goes on after it. */
  possessive: boolean
  shape: 'initial' | 'capital' | 'capitals' | 'small'
  /** What stands between the word before and this one. */
  gap: Gap
  opensLine: boolean
}

/**
 * `space`: at most one end of line, which the text runs across. `line`: white space, after a full stop or not, in which
 * something ends. `dot`: a full stop, then space at most. `comma`: what sets an apposition off. `number`: a digit stands
 * before the word.
 */
type Gap = 'space' | 'dot' | 'comma' | 'line' | 'number' | 'other'

const WORD = /\p{L}[\p{L}\p{M}\u00ad\u200b-\u200d]*(?:['’ʼ`-]\p{L}[\p{L}\p{M}\u00ad\u200b-\u200d]*)*/gu
const INVISIBLE = /[\u00ad\u200b-\u200d]/g
/** A line at least as long was broken for want of room; a shorter one ends by itself, like a heading. */
const FULL_LINE = 50

function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let end = 0
  let lineStart = 0
  for (const match of text.matchAll(WORD)) {
    const { index: start } = match
    const between = text.slice(end, start)
    const told = gapOf(between, end - lineStart)
    const gap = words.length === 0 && told !== 'number' ? 'line' : told
    const opensLine = words.length === 0 || between.includes('\n')
    if (between.includes('\n')) lineStart = end + between.lastIndexOf('\n') + 1
    end = start + match[0].length
    const possessive = /['’ʼ`][sS]$/.test(match[0])
    const own = possessive ? match[0].slice(0, -2) : match[0]
    const plain = own.replace(INVISIBLE, '')
    const key = plain.toLowerCase().replaceAll('ё', 'е').replaceAll('’', "'")
    const shape = shapeOf(plain, text[end] === '.')
    words.push({ start, end: start + own.length, key, possessive, shape, gap, opensLine })
  }
  return words
}

/** `before`: how long the line is up to the gap. Marks of emphasis, as in letters that were turned into text, are space. */
function gapOf(between: string, before: number): Gap {
  if (/^[^\S\n]$/.test(between)) return 'space'
  if (/\d[.,]?[^\S\n]*$/.test(between)) return 'number'
  const rest = between.replace(/[\s*_]/g, '')
  const lines = between.split('\n').length - 1
  const ends = lines > 1 || (lines === 1 && before < FULL_LINE)
  if (rest === '') return ends ? 'line' : 'space'
  if (rest === '.' && between.startsWith('.')) return ends ? 'line' : 'dot'
  return /^[,;(–—]$/.test(rest) && !ends ? 'comma' : 'other'
}

/** Initials of two letters, as Russian and Kyrgyz write them. */
const LONG_INITIALS = setOf('дж ch sh zh yu ya ts kh ju ja')

function shapeOf(word: string, dotted: boolean): Word['shape'] {
  const [letter = ''] = word
  // "al-Example": what counts is the part after the article.
  if (/^(al|el|ar|as|an|at|ad|аль|эль|ар|ас|ан|ат)-\p{Lu}/u.test(word)) return 'capital'
  if (!/^\p{Lu}/u.test(word)) return 'small'
  if (letter.length === word.length) return dotted ? 'initial' : 'capitals'
  if (dotted && LONG_INITIALS.has(word.toLowerCase())) return 'initial'
  return word === word.toUpperCase() ? 'capitals' : 'capital'
}

function at(words: readonly Word[], i: number): Word {
  return words[i] ?? { start: 0, end: 0, key: '', possessive: false, shape: 'small', gap: 'other', opensLine: false }
}

/** The word that stands right before, or after, in the same piece of text; else nothing. */
const keyBefore = (words: readonly Word[], i: number) => (at(words, i).gap === 'space' ? at(words, i - 1).key : '')
const keyAfter = (words: readonly Word[], i: number) => (at(words, i + 1).gap === 'space' ? at(words, i + 1).key : '')

// Runs of words that may be one name

interface Run {
  first: number
  last: number
  /** A form of address stands before it. */
  honorific: boolean
}

function runFrom(words: readonly Word[], first: number): Run | null {
  const honorific = isAfterHonorific(words, first)
  if (!mayBeName(words, first) && !(honorific && mayFollowHonorific(at(words, first)))) return null
  let last = first
  while (!at(words, last).possessive) {
    const next = at(words, last + 1)
    const initials = next.shape === 'initial' || at(words, last).shape === 'initial'
    // "EXAMPLOVA, Testina", "Examplova, T."
    const inverted =
      next.gap === 'comma' && last === first && (at(words, last).shape === 'capitals' || next.shape === 'initial')
    if (next.gap !== 'space' && !(next.gap === 'dot' && initials) && !inverted) break
    if (mayBeName(words, last + 1) || (honorific && next.shape === 'capitals' && next.key.length === 2)) last += 1
    else if (isKinship(next) && next.gap === 'space') last += 1
    else if (PARTICLES.has(next.key) && at(words, last + 2).gap === 'space' && mayBeName(words, last + 2)) last += 2
    // "Mr. Example Law", "Aigul Justice": a surname may be a word of the lists, where something vouches for a person.
    else if (last === first && (honorific || GIVEN_NAMES.has(at(words, first).key)) && mayFollowHonorific(next))
      last += 1
    else break
  }
  return { first, last, honorific }
}

/** Whether a word, where it stands, can be part of a name: a capital, and not known as something else. */
function mayBeName(words: readonly Word[], i: number): boolean {
  const word = at(words, i)
  if (word.shape === 'small') return false
  if (word.shape === 'initial') return true
  if (word.shape === 'capitals' && (word.key.length < 3 || !/[aeiouyаеиоуыэюяөү]/.test(word.key))) return false
  if (DOUBLE.has(word.key)) {
    // "in May", "12 April", "to Jordan", "Georgia's" are no persons, "April Example" may be one.
    const next = at(words, i + 1)
    const alone = word.possessive || word.gap === 'number' || PREPOSITIONS.has(keyBefore(words, i))
    return !alone && next.gap === 'space' && next.shape !== 'small' && !DOUBLE.has(next.key) && !isKnown(next.key)
  }
  return !isKnown(word.key)
}

function isKnown(key: string): boolean {
  if ([NO_NAMES, FUNCTION_WORDS, HONORIFICS].some((list) => list.has(key)) || COMMON_ENDING.test(key)) return true
  if (!NAME_ENDING.test(key)) {
    // The longest stem has 12 letters, and an ending seldom more than six.
    for (let length = Math.min(12, key.length); length >= 4 && key.length - length <= 6; length -= 1)
      if (STEMS.has(key.slice(0, length))) return true
  }
  const parts = key.split('-', 5)
  return parts.length > 1 && parts.every((part) => NO_NAMES.has(part) || AFFIXES.has(part))
}

function isAfterHonorific(words: readonly Word[], i: number): boolean {
  const { gap } = at(words, i)
  const before = at(words, i - 1)
  // "miss" and "sir" in small letters are other words in English.
  if (!HONORIFICS.has(before.key) || (before.shape === 'small' && /^[a-z]/.test(before.key))) return false
  return gap === 'space' || (gap === 'dot' && before.key.length <= 5)
}

/** "Mr. May" is a person, "Mr. President" and "Madam Chair" an office. */
function mayFollowHonorific({ key, shape }: Word): boolean {
  return shape !== 'small' && ![OFFICES, PRIVATE_POSTS, FUNCTION_WORDS, HONORIFICS].some((list) => list.has(key))
}

const isKinship = ({ key }: Word) => /^(uulu|kyzy|kizi|qizi|oglu|ogly|уулу|кызы|кизи|оглы|оглу|улы|ұлы|қызы)/.test(key)

// Why a run is a name

const PATRONYMIC =
  /(ович|евич|ич)(а|у|ем|е)?$|(овн|евн|ичн)(а|ы|е|у|ой|ою)$|(ov|ev|yv)i[cć]h?$|(ov|ev|iv|ich)na$|[-]?(уулу|кызы|uulu|kyzy)$/
const SURNAME =
  /.{3}(ov|ova|ev|eva|yov|yova|enko|chuk|shvili|adze|idze|zade|yan)$|.{3}(ов|ев)(а|у|е|ы)?$|.{3}(енко|чук|швили|адзе|идзе|заде|янц?)$/
/** Surnames made of words of the list of stems: "Мартынов" is no month. Not of Kyrgyz genitives, "президентинин". */
const NAME_ENDING = /(ов|ев)(а|у|ым|е|ой)?$|[^ндтс](ин|ын)(а|у|ым|е|ой)?$/
/** Endings that adjectives have as well. */
const SURNAME_OR_ADJECTIVE = /.{3}(ов|ев)(ым|ой|ою|ых)$/

function clueOf(words: readonly Word[], { first, last, honorific }: Run): NameClue | null {
  const run = words.slice(first, last + 1)
  const whole = run.filter(({ shape }) => shape === 'capital' || shape === 'capitals')
  const next = at(words, last + 1)
  if (honorific || (whole.length > 0 && next.gap === 'space' && isHonorificAfter(next))) return 'honorific'
  if (whole.length === 0) return null
  if (run.some(({ shape }) => shape === 'initial')) return 'initials'
  if (run.some((word) => isKinship(word) || PATRONYMIC.test(word.key))) return 'patronymic'
  const capitals = whole.filter(({ shape }) => shape === 'capitals').length
  const surname = whole.some(({ key }) => SURNAME.test(key))
  if (whole.length > 1) {
    if (capitals === 0) return 'capitalised'
    // Longer lines of capitals are headings, unless a word in them ends as surnames do.
    return capitals < whole.length || capitals < 4 || surname ? 'capitals' : null
  }
  const [only] = whole
  if (!only) return null
  if (surname || (only.gap === 'space' && SURNAME_OR_ADJECTIVE.test(only.key))) return 'surname'
  if (GIVEN_NAMES.has(only.key)) return 'given_name'
  if (only.shape === 'capital' && only.gap === 'space' && first > 0 && isRole(words, first - 1)) return 'role'
  return null
}

const isHonorificAfter = ({ key }: Word) => /^(мырза|айым|байке|эже|агай|myrza|aiym|ayim|baike|eje)/.test(key)

function isRole(words: readonly Word[], i: number): boolean {
  const { key } = at(words, i)
  return ROLES.has(key) || isOffice(words, i) || PERSON_STEMS.has(key.slice(0, 6))
}

// Offices

/** How many words may stand between a name and its office: "Minister of Foreign Affairs of the Kyrgyz Republic". */
const REACH = 12

function hasOffice(words: readonly Word[], run: Run): boolean {
  return officeBefore(words, run.first) || officeAfter(words, run)
}

/** "Minister of Justice Example", "депутат парламента Образец": back over what an office is called, up to its word. */
function officeBefore(words: readonly Word[], first: number): boolean {
  let called = false
  for (let i = first; i > Math.max(0, first - REACH); i -= 1) {
    const joined = at(words, i).gap === 'space' || (i === first && isAfterHonorific(words, i))
    if (!joined) return false
    if (isOffice(words, i - 1)) return true
    const { key, shape } = at(words, i - 1)
    if (HONORIFICS.has(key) && !called) continue
    if (LINKS.has(key)) {
      // "the President and Ms. Example", "by the President to Example": the office is another's.
      if (!called) return false
    } else if (CALLED.has(key) || (shape !== 'small' && isKnown(key))) called = true
    else return false
  }
  return false
}

/** "Example, Minister of Justice", and the office on the line under a name that signs. */
function officeAfter(words: readonly Word[], { first, last, honorific }: Run): boolean {
  const next = at(words, last + 1)
  const signs = next.gap === 'line' && at(words, honorific ? first - 1 : first).opensLine
  if (next.gap !== 'space' && next.gap !== 'comma' && !signs) return false
  for (let i = last + 1; i < Math.min(words.length, last + 6); i += 1) {
    if (i > last + 1 && at(words, i).gap !== 'space') return false
    if (isOffice(words, i)) return true
    if (!LEADING.has(at(words, i).key)) return false
  }
  return false
}

function isOffice(words: readonly Word[], i: number): boolean {
  const key = at(words, i).key.replace(/^(then|ex|vice|экс|вице)-/, '')
  if (key === 'expert') return keyBefore(words, i) === 'independent'
  if (key === 'member' || key === 'members')
    return keyAfter(words, i) === 'of' && [i + 1, i + 2].some((n) => PARLIAMENTS.has(keyAfter(words, n)))
  if (key === 'deputy') return !PRIVATE_POSTS.has(keyAfter(words, i))
  // Of justices, not of justice.
  if (key === 'justice') return at(words, i).shape !== 'small' && keyBefore(words, i) !== 'of'
  return OFFICES.has(key) || OFFICE_STEMS.some((stem) => key.startsWith(stem))
}

// Lists. All in small letters; "ё" is written "е".

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/))
}

const HONORIFICS = setOf(`
  mr mrs ms miss mx dr prof professor messrs sir madam mme mlle monsieur madame sr sra herr frau imam sheikh mullah
  г-н г-на г-ну г-ном г-не г-жа г-жи г-же г-жу г-жой господин господина господину господином господине госпожа госпожи
  госпоже госпожу госпожой гр гражданин гражданина гражданину гражданином гражданка гражданки гражданке гражданку жаран
`)

const PARTICLES = setOf(
  'de da do dos das del della di du van von der den ter ten la le bin ibn bint abu al el фон ван де ибн',
)

/** Offices whose holders are named for official acts. Posts that private bodies have as well (director, chair) are left out. */
const OFFICES = setOf(`
  president minister ministers premier chancellor senator mp mps ombudsman ombudsperson akim mayor governor prosecutor judge
  justice ambassador commissioner rapporteur rapporteurs speaker toraga king queen prince deputies parliamentarian
  аким акима мэр мэра судья судьи судью төрага төрагасы сот
`)
const OFFICE_STEMS = [
  'президент',
  'министр',
  'депутат',
  'прокурор',
  'омбудсмен',
  'акыйкатчы',
  'губернатор',
  'спикер',
  'сенатор',
]
const PARLIAMENTS = setOf('parliament jogorku kenesh congress duma senate bundestag assembly storting riksdag knesset')
const PRIVATE_POSTS = setOf('director editor editor-in-chief head chair chairperson chairman manager leader')

/** Between an office and the name after it: small words in what the office is called. */
const LINKS = setOf('of the for and to on in по и в')
const CALLED = setOf(`
  former acting late current honourable hon justice interior health education finance defence defense labour culture
  юстиции внутренних иностранных дел образования здравоохранения культуры финансов обороны труда республики парламента
  генеральный суда верховного конституционного области района города
`)
/** Between a name and the office after it. */
const LEADING = setOf(`
  the a an is was as then former acting current un united nations special prime vice deputy first independent high general
  chief supreme constitutional foreign federal attorney member of
  бывший бывшая исполняющий заместитель генеральный премьер первый
`)

/** What a person is, before a name that stands alone. */
const ROLES = setOf(`
  activist defender journalist lawyer attorney blogger employee director founder co-founder coordinator leader spokesperson
  spokesman spokeswoman chairperson chairman chairwoman chair head editor reporter editor-in-chief student teacher doctor
  victim witness suspect defendant husband wife son daughter brother sister mother father citizen resident named colleague
  politician lawmaker artist singer poet writer
`)
/** The first six letters of such words in Russian and Kyrgyz, with any ending. */
const PERSON_STEMS = setOf('активи журнал адвока блогер правоз сотруд директ юриста гражда жаран укук к директ')

const FUNCTION_WORDS = setOf(`
  a an the this that these those he she it they we you i his her its their our your my who whom whose which what when where
  why how if in on at of for from to by with without within as and or but nor so yet not no while until since after before
  during between among under over above below about against into through per via also although because however moreover
  furthermore therefore thus hence likewise meanwhile nevertheless according following regarding concerning given despite
  upon once then there here now today yesterday tomorrow many most some several few each every all any both neither either
  is are was were be been being has have had do does did can could must shall should would
  only even such same other another more less least first second third fourth fifth sixth last next one two three four five
  six seven eight nine ten
  и а но или не ни да же ли бы в во на с со к ко у о об от до из за по под над при для без через после перед между среди
  что как кто где когда если чтобы это этот эта эти тот та те он она оно они мы вы я его ее их наш ваш мой свой все всё весь
  вся так также тоже уже еще только более менее однако поэтому затем потом сегодня вчера завтра ранее позже согласно
  жана же бирок эгер анын алар биз сиз мен бул ошол бардык ар үчүн менен боюнча тууралуу
`)
/** In words of several parts: "anti-LGBT", "UN-led". */
const AFFIXES = setOf(
  'anti non pro ex co pre post self inter multi led based related owned funded wide level run backed',
)

const PREPOSITIONS = setOf(`
  in of since until till by early late mid on between from to and before after during through around with via for
  в во на с со из от до к по о об и
`)

/** Given names that are also months or places: of the two, what stands beside them decides. */
const DOUBLE = setOf('april may june august jordan chad georgia israel china cuba paris florence')

/** No names of persons: offices, institutions, States, places, months, instruments, mandates, words that begin sentences. */
const NO_NAMES = setOf(`
  март марта марте мая мае май сми суд суда суде судом ала-тоо министров депутатов законов судов советов фондов органов союзов
  народов выборов украина украины украине украину женева женевы женеве женеву молдова молдовы молдове ростов саратов тамбов
  харьков киев киева киеве кишинев основа основы основе
  january february march july september october november december monday tuesday wednesday thursday friday saturday sunday
  jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn winter year years month months week day days
  excellency excellencies dear sincerely yours please accept note see annex annexes appendix reference ref article articles
  section sections part parts chapter chapters paragraph paragraphs para paras page pages table figure title titles item items
  footnote volume issue number numbers no nos question questions answer answers introduction background summary conclusion
  conclusions recommendations findings overview contents context preface foreword abstract scope methodology timeline sources
  draft drafts law laws bill bills act acts code codes decree decrees order orders regulation regulations resolution
  resolutions constitution constitutional amendment amendments charter treaty treaties covenant covenants convention
  conventions declaration declarations protocol protocols statute statutes rules rule principles principle guidelines standards
  comment comments opinion opinions report reports letter letters communication communications statement statements press release
  news media agency agencies bulletin journal gazette times daily weekly post herald tribune radio television channel online
  website internet network networks digital cyber cybersecurity data web
  human rights right freedom freedoms liberty liberties justice equality dignity security peace defender defenders
  people peoples person persons individual individuals group groups organ organs society societies civil public national
  international universal universally regional global world local central northern southern eastern western north south east west
  new old great greater upper lower general special political economic social cultural legal criminal administrative electoral
  religious foreign federal supreme high joint independent free democratic popular fundamental recognised recognized
  council councils committee committees commission commissions court courts tribunal tribunals chamber chambers office offices
  ministry ministries department departments directorate division unit bureau secretariat government governments parliament
  parliaments parliamentary assembly assemblies senate congress duma house cabinet administration authority authorities state states
  union unions federation confederation league alliance association associations organization organizations organisation
  organisations foundation foundations fund funds institute institutes institution institutions centre centres center centers
  academy university school college faculty hospital clinic church mosque monastery party parties movement coalition front forum
  platform initiative initiatives project programme program campaign campaigns conference congress summit meeting session sessions
  mission delegation embassy consulate police army service services bank company corporation limited ltd inc llc group holding
  board trust trustees mandate mandates mandate-holder procedures procedure rapporteur rapporteurs experts expert working
  republic kingdom empire province region oblast district municipality city town village street avenue square boulevard road
  building palace hotel airport river lake mountain mountains island islands sea ocean park
  president vice-president prime minister ministers deputy deputies member members secretary secretary-general chief chair chairs
  chairperson chairman chairwoman commissioner director directors head heads leader leaders judge judges prosecutor prosecutors
  prosecutor's attorney lawyer lawyers advocate advocates ombudsman ombudsperson ambassador governor mayor akim speaker senator mp mps
  journalist journalists activist activists blogger employee employees officer officers official officials citizen citizens woman
  women men man child children youth girl girls boy boys family families minority minorities victim victims migrants refugees
  lesbian gay bisexual trans transgender intersex queer lgbt lgbti lgbtq lgbtqi pride gender sexual sex orientation identity
  propaganda agent agents representative representatives influence undesirable ngo ngos non-governmental nonprofit non-profit
  noncommercial non-commercial tax taxes budget finance financial trade labour labor work workers health education culture science
  sports interior internal affairs defence defense emergency emergencies economy energy environment development digital transport
  un us usa uk eu osce odihr ohchr unhcr unesco unicef undp wto ilo who oas au cis eaeu nato icc echr ecthr cedaw crc cerd
  icerd cat crpd iccpr icescr udhr upr hrc unga sogi sogiesc ngo pdf url html al ua ol oth covid covid-19 sms tv it faq ip
  kgz kaz rus geo hun svk bgr bih
  united nations nation european europe asia asian africa african america american americas pacific atlantic eurasian arab
  caucasus balkans balkan baltic nordic latin caribbean oceania venice strasbourg geneva brussels vienna warsaw hague luxembourg
  moscow washington london berlin rome madrid lisbon athens ankara istanbul cairo tehran baghdad delhi beijing tokyo seoul
  bishkek osh jalal-abad naryn talas batken karakol tokmok chui issyk-kul issyk ala-too ala toktogul almaty astana nur-sultan
  tashkent samarkand dushanbe ashgabat tbilisi batumi kutaisi yerevan baku minsk kyiv kiev kharkiv kharkov odesa lviv lvov
  chisinau bucharest sofia belgrade zagreb sarajevo banja luka mostar skopje tirana pristina podgorica budapest bratislava
  prague ljubljana riga vilnius tallinn helsinki stockholm oslo copenhagen rostov kirov saratov tambov pskov azov chechnya grozny
  makhachkala kazan novosibirsk yekaterinburg petersburg crimea donbas abkhazia ossetia srpska herzegovina
  afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain bangladesh barbados
  belarus belgium belize benin bhutan bolivia bosnia botswana brazil brunei bulgaria burkina faso burundi cambodia cameroon
  canada chile colombia comoros congo costa rica croatia cyprus czechia czech denmark djibouti dominica dominican ecuador egypt
  salvador eritrea estonia eswatini ethiopia fiji finland france gabon gambia germany ghana greece grenada guatemala guinea
  guyana haiti honduras hungary iceland india indonesia iran iraq ireland italy jamaica japan kazakhstan kenya kiribati korea
  kosovo kuwait kyrgyzstan kyrgyz laos latvia lebanon lesotho liberia libya liechtenstein lithuania madagascar malawi malaysia
  maldives mali malta mauritania mauritius mexico micronesia moldova monaco mongolia montenegro morocco mozambique myanmar
  namibia nauru nepal netherlands zealand nicaragua niger nigeria macedonia norway oman pakistan palau palestine panama papua
  paraguay peru philippines poland portugal qatar romania russia rwanda samoa san marino saudi arabia senegal serbia seychelles
  sierra leone singapore slovakia slovenia solomon somalia africa spain sri lanka sudan suriname sweden switzerland syria taiwan
  tajikistan tanzania thailand togo tonga trinidad tobago tunisia turkey türkiye turkmenistan tuvalu uganda ukraine emirates
  england scotland wales britain uruguay uzbekistan vanuatu vatican venezuela vietnam yemen zambia zimbabwe york hong kong
  afghan albanian argentine armenian australian austrian azerbaijani azeri bangladeshi belarusian belgian bosnian brazilian british
  bulgarian cambodian canadian chechen chinese colombian croatian croat cuban cypriot danish dutch egyptian english estonian ethiopian
  finnish french georgian german greek hungarian icelandic indian indonesian iranian iraqi irish israeli italian japanese jewish
  kazakh kenyan korean kosovar kurdish kyrgyzstani latvian lebanese libyan lithuanian malaysian mexican moldovan mongolian montenegrin
  moroccan muslim muslims christian christians orthodox catholic islam islamic nigerian norwegian pakistani palestinian persian
  polish portuguese romanian roma russian rwandan serb serbian slovak slovenian somali soviet spanish sudanese swedish swiss syrian
  tajik tatar thai tunisian turkish turkmen ukrainian uzbek vietnamese yemeni
  jogorku kenesh toraga zhogorku kengesh fidesz verkhovna rada majilis mazhilis kazakhstani
  palais des nations haut-commissariat aux droits homme suisse
  youtube facebook instagram twitter telegram tiktok google whatsapp vkontakte wikipedia human-rights reuters afp
  online without wishing while whereas likewise annexed unknown unidentified alleged reported reportedly accordingly recalling
  nothing everyone everybody someone anyone harassment threats threat attack attacks violence hatred speech hate privacy personal
  protection promotion information expression association peaceful assembly discrimination torture detention arrest arbitrary
  enforced disappearances slavery trafficking housing food water climate poverty debt sanctions mercenaries truth reparation
  executions extrajudicial summary racism xenophobia indigenous disabilities albinism leprosy older elderly effective remedy trial fair
  malicious harmful manipulating fake false transparency accountability registration funding funded financing reporting
  discrediting gaining support supporting obstructing attempts against break-in follow-up update updated version reading readings
  first-reading committee-stage vote votes voting election elections referendum presidential decision decisions judgment judgments
  ruling case cases application applications applicant complaint complaints inquiry investigation investigations bride kidnapping
  resident coordinator policy policies periodic review reviews fiscal crime crimes civic space value values moral ethical
  concern concerns observatory eurasia eurasian challenges changes criticism protests democracy tracker digest gazeta gazette pravda
  external action actions control system systems payment paper certain current recent historical controversial treatment
  marriage same-sex worrying raises judicial independence colours
  ria ein cso csos fara fidh msu iris tass ansa bta idea rfe rl hclu jurist presswire
  rapporteuse special spécial spéciale mandat mandats mandatos relatora relator
  open society freedom house amnesty watch transparency front line defenders article19 memorial helsinki civicus
`)

/** English endings that no given name or surname has. Not -ment, -ing, -ity, -ence: there are Clement, Fleming, Charity, Terence. */
const COMMON_ENDING =
  /.{3}(tion|tions|sion|sions|tive|sive|ship|ships|ities|ments|ically|ously|ology|phobic|ization|isation|ness|ation)$/

/** How words of institutions, places, months and texts begin in Russian and Kyrgyz; they have many endings. */
const STEMS = setOf(`
  январ феврал апрел июнь июня июне июль июля июле август сентябр октябр ноябр декабр понедельник вторник четверг
  суббот воскресень дүйшөмбү шейшемби шаршемби бейшемби жекшемби ишемби
  кыргыз казахстан казахск россия россии россий узбекск узбекистан таджик туркмен украин белорус беларус грузия грузии грузинск армения
  армении армянск азербайдж молдов молдав европ азиат азия азии америк германи франци англи британ китай китайск турци турецк
  венгри венгерск болгари болгарск словаки словацк серби сербск босни румыни
  бишкек ошск джалал нарын таласск баткен чуйск иссык ысык алматы астана ташкент душанбе москв московск женев страсбург
  вашингтон брюссел венеци
  республик президент министр министерств минюст парламент жогорку кенеш кеңеш верховн высш конституц закон мыйзам законопроект
  кодекс указ постановлен распоряжен приказ положен поправ статья статьи статье беренесин берене пункт глава раздел часть
  приложен декларац конвенц пакт протокол устав резолюц организац уюму уюмдар объединенн нации наций бириккен улуттар улуттук
  совет комитет комисси комиссар управлен департамент служб агентств бюро отдел секретар секретариат правительств кабинет
  администрац өкмөт акимият мэрия посольств генеральн генпрокуратур прокуратур прокурор милици полици судебн трибунал соту суду судья
  человек права правозащит укук укугу укуктар свобод эркиндик защит граждан граждански общест обществен коом коомдук
  народн национальн государств государствен мамлекет мамлекеттик местн областн район городск международ
  депутат спикер омбудсмен акыйкатчы губернатор директор председател төрага заместител руководител начальник
  журналист активист адвокат редактор сотрудник
  партия партии партий союз ассоциац фонд центр институт университет академи школ газет телевиден радио агенттик
  манипулирован информац маалымат иностран представител өкүлдөр некоммерческ неправительствен
  общественн объединен профсоюз кесиптик религиозн диний политическ саясий социальн экономическ культурн юстиц
  внутрен внешн чрезвычайн образован здравоохранен финанс оборон налогов
  основ сообщ согласн документ вопрос ответ отчет доклад письм обращен заявлен решени проект долбоор вступлен введени
  настоящ данные данных следующ первый первая второй вторая третий третья новый новая новые нового
  специальн докладчик венецианск первомайск ленинск октябрьск свердловск районн
`)

/** Common given names, enough to mark them when they stand alone. Those that are words as well (Roza, Vera, Will) are left out. */
const GIVEN_NAMES = setOf(`
  azamat bakyt aibek bektur nurlan ulan ermek kubanych almaz almazbek sooronbay sadyr kanat talant daniyar timur ruslan maksat
  mirlan nurbek tilek emil erkin marat rustam aigul ainura gulnara nurgul asel aizada cholpon meerim begimai jyldyz altynai zarina
  dinara elmira mairam burul aisuluu saltanat
  aleksandr alexander aleksey alexei andrei andrey anatoly boris dmitry evgeny igor ivan konstantin maxim mikhail nikolai oleg
  pavel sergei sergey vladimir viktor yuri anastasia ekaterina elena irina ksenia maria marina natalia olga oksana svetlana
  tatiana yulia
  john james robert michael william david richard thomas charles daniel matthew anthony steven andrew peter mary patricia
  jennifer linda elizabeth barbara susan jessica sarah karen nancy margaret ahmed ali hassan hussein ibrahim mohammed muhammad
  omar yusuf fatima aisha leila
  азамат бакыт айбек бектур нурлан улан эрмек кубаныч алмаз алмазбек сооронбай садыр канат талант данияр тимур руслан максат
  мирлан нурбек тилек эмиль эркин марат рустам айгуль айгүл айнура гульнара нургуль нургүл асель айзада чолпон мээрим бегимай
  алтынай зарина динара эльмира бурул айсулуу салтанат
  александр алексей андрей анатолий борис дмитрий евгений игорь иван константин максим михаил николай олег павел сергей владимир
  виктор юрий анастасия екатерина елена ирина ксения мария марина наталья ольга оксана светлана татьяна юлия анна
`)
