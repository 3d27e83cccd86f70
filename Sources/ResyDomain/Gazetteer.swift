/// The places that diners name: enough of the world to tell a place from a slip of the pen.
///
/// It says that a name is a place and what it lies in, not where a restaurant is. All names are folded words, as `PlaceName`
/// folds them.
enum Gazetteer {
    /// One city's short names.
    static let nicknames = [
        "nyc": "new york", "ny": "new york", "new york city": "new york", "big apple": "new york", "gotham": "new york",
        "nueva york": "new york", "five boroughs": "new york", "sf": "san francisco", "san fran": "san francisco",
        "sfo": "san francisco",
        "frisco": "san francisco", "la": "los angeles", "lax": "los angeles", "dtla": "los angeles",
        "city of angels": "los angeles",
        "dc": "washington", "washington dc": "washington", "washington d c": "washington", "d c": "washington",
        "the district": "washington", "vegas": "las vegas", "lv": "las vegas", "sin city": "las vegas",
        "nola": "new orleans", "n orleans": "new orleans", "big easy": "new orleans", "philly": "philadelphia",
        "phila": "philadelphia", "philadelphia pa": "philadelphia", "atx": "austin", "chi": "chicago",
        "chitown": "chicago", "chi town": "chicago", "windy city": "chicago", "atl": "atlanta", "hotlanta": "atlanta",
        "htx": "houston", "dtx": "dallas", "dfw": "dallas", "pdx": "portland", "bos": "boston", "beantown": "boston",
        "stl": "st louis", "slc": "salt lake city", "kc": "kansas city", "indy": "indianapolis", "nash": "nashville",
        "music city": "nashville", "msp": "minneapolis", "pitt": "pittsburgh", "cincy": "cincinnati",
        "sac": "sacramento", "pgh": "pittsburgh", "bmore": "baltimore", "cle": "cleveland", "mia": "miami",
        "phx": "phoenix", "det": "detroit", "jc": "jersey city", "cdmx": "mexico city",
        "ciudad de mexico": "mexico city", "df": "mexico city", "hk": "hong kong", "ldn": "london",
        "londres": "london", "bcn": "barcelona", "yvr": "vancouver", "mtl": "montreal", "kobenhavn": "copenhagen",
        "roma": "rome", "milano": "milan", "firenze": "florence", "venezia": "venice", "lisboa": "lisbon",
        "munchen": "munich", "wien": "vienna",
    ]

    /// Short names of quarters, and other spellings.
    static let partNicknames = [
        "ues": "upper east side", "uws": "upper west side", "les": "lower east side", "fidi": "financial",
        "lic": "long island city", "weho": "west hollywood", "wv": "west village",
        "ev": "east village", "wburg": "williamsburg", "w burg": "williamsburg", "billyburg": "williamsburg",
        "bed stuy": "bedford stuyvesant", "bedstuy": "bedford stuyvesant", "bkhts": "brooklyn heights",
        "mpd": "meatpacking", "noho arts": "north hollywood", "gv": "greenwich village", "soma": "south of market",
        "ktown": "koreatown", "k town": "koreatown", "alphabet": "alphabet city", "hells kitchen": "hells kitchen",
        "spanish harlem": "east harlem", "el barrio": "east harlem",
        "triangle below canal": "tribeca", "south of houston": "soho", "lower downtown": "lodo",
    ]

    /// Several cities under one name.
    static let regions: [String: [String]] = [
        "bay": ["san francisco", "oakland", "berkeley", "san jose", "palo alto", "san francisco bay"],
        "san francisco bay": ["san francisco", "oakland", "berkeley", "san jose", "palo alto"],
        "bay area": ["san francisco", "oakland", "berkeley", "san jose", "palo alto"],
        "east bay": ["oakland", "berkeley"], "silicon valley": ["san jose", "palo alto", "mountain view"],
        "twin cities": ["minneapolis", "st paul"], "dmv": ["washington", "bethesda", "arlington", "alexandria"],
        "hamptons": [
            "hamptons", "east hampton", "southampton", "montauk", "sag harbor", "bridgehampton", "amagansett",
        ],
        "napa valley": ["napa", "yountville", "st helena", "calistoga"],
        "wine country": ["napa", "yountville", "st helena", "calistoga", "sonoma", "healdsburg", "wine country"],
        "tristate": ["new york", "jersey city", "hoboken"], "tri state": ["new york", "jersey city", "hoboken"],
        "dallas ft worth": ["dallas", "ft worth"], "dallas fort worth": ["dallas", "ft worth"],
    ]

    static let ofBoroughs = "new york"

    /// Of New York.
    static let boroughs = [
        "manhattan": "manhattan", "brooklyn": "brooklyn", "bk": "brooklyn", "bklyn": "brooklyn", "queens": "queens",
        "bronx": "bronx", "bx": "bronx", "staten island": "staten island", "si": "staten island",
    ]

    /// Names of states and provinces that people say, other than those in `states`.
    static let stateNicknames = [
        "ny": "ny", "new york": "ny", "new york state": "ny", "washington": "wa", "washington state": "wa",
        "cali": "ca",
        "socal": "ca", "norcal": "ca", "jersey": "nj", "mass": "ma", "conn": "ct", "calif": "ca", "fla": "fl",
        "penn": "pa", "tex": "tx", "ill": "il", "colo": "co", "tenn": "tn", "mich": "mi", "minn": "mn", "ariz": "az",
    ]

    /// Cities that their suburbs count to, with the states that these are in.
    static let metros: [String: Set<String>] = [
        "los angeles": ["ca"], "san francisco": ["ca"], "miami": ["fl"], "boston": ["ma"], "chicago": ["il"],
        "washington": ["dc", "va", "md"],
    ]

    /// Of the United States and Canada, by their codes.
    static let states = [
        "al": "alabama", "ak": "alaska", "az": "arizona", "ar": "arkansas", "ca": "california", "co": "colorado",
        "ct": "connecticut", "de": "delaware", "fl": "florida", "ga": "georgia", "hi": "hawaii", "id": "idaho",
        "il": "illinois", "in": "indiana", "ia": "iowa", "ks": "kansas", "ky": "kentucky", "la": "louisiana",
        "me": "maine", "md": "maryland", "ma": "massachusetts", "mi": "michigan", "mn": "minnesota",
        "ms": "mississippi", "mo": "missouri", "mt": "montana", "ne": "nebraska", "nv": "nevada",
        "nh": "new hampshire", "nj": "new jersey", "nm": "new mexico", "nc": "north carolina", "nd": "north dakota",
        "oh": "ohio", "ok": "oklahoma", "or": "oregon", "pa": "pennsylvania", "ri": "rhode island",
        "sc": "south carolina", "sd": "south dakota", "tn": "tennessee", "tx": "texas", "ut": "utah", "vt": "vermont",
        "va": "virginia", "wv": "west virginia", "wi": "wisconsin", "wy": "wyoming", "ny": "new york",
        "wa": "washington", "dc": "district of columbia", "pr": "puerto rico", "on": "ontario", "qc": "quebec",
        "bc": "british columbia", "ab": "alberta", "mb": "manitoba", "ns": "nova scotia", "sk": "saskatchewan",
        "nb": "new brunswick",
    ]

    static let stateCodes: [String: String] = {
        var codes = stateNicknames
        for (code, name) in states where codes[name] == nil { codes[name] = code }
        return codes
    }()

    /// Codes that are everyday words when they stand alone.
    static let wordyCodes: Set<String> = ["in", "me", "or", "hi", "ok", "id", "on", "oh", "so"]

    static let cities: Set<String> = list(GazetteerNames.cities)

    /// What a quarter lies in: boroughs and cities, several where several have one of that name.
    static let parents: [String: Set<String>] = {
        var parents: [String: Set<String>] = [:]
        for line in GazetteerNames.parts.split(separator: "\n") {
            let sides = line.split(separator: ":")
            guard sides.count == 2 else { continue }
            let whole = trimmed(sides[0])
            for part in list(String(sides[1])) { parents[PlaceName.foldedPart(part), default: []].insert(whole) }
        }
        return parents
    }()

    private static func list(_ text: String) -> Set<String> {
        Set(text.split { $0 == "," || $0 == "\n" }.map { trimmed($0) }.filter { !$0.isEmpty })
    }

    private static func trimmed(_ text: Substring) -> String { String(text).trimmed }
}
