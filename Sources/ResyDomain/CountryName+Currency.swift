extension Venue {
    /// The money of the place where it is; nil where nothing tells which that is.
    package var localCurrency: String? { CountryName.currency(at: self) }
}

/// The money of countries.
extension CountryName {
    /// By its country, else by its time zone, its state or its city.
    static func currency(at venue: Venue) -> String? {
        if let country = venue.country.map({ canonical(PlaceName.folded($0)) }), !country.isEmpty {
            return currencies[country]
        }
        let zone = venue.zone?.name ?? ""
        if let country = countries[zone] { return currencies[country] }
        let isAmerican = zone.isEmpty || americanZones.contains(zone) || zone.hasPrefix("America/Indiana/")
        guard isAmerican else { return nil }
        // A zone of Resy's such as EST5EDT holds for both sides of the border.
        if let region = venue.region.map(PlaceName.folded), !region.isEmpty {
            guard let code = Gazetteer.states[region] == nil ? Gazetteer.stateCodes[region] : region else {
                return currencies[canonical(region)]
            }
            return provinces.contains(code) ? "CAD" : "USD"
        }
        let city = venue.city.map { PlaceName.folded($0) }.map { Gazetteer.nicknames[$0] ?? $0 } ?? ""
        if let country = cities[city] { return currencies[country] }
        return zone.isEmpty ? nil : "USD"
    }

    private static let provinces: Set<String> = ["on", "qc", "bc", "ab", "mb", "ns", "sk", "nb"]

    private static let americanZones: Set<String> = [
        "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Phoenix",
        "America/Detroit", "America/Boise", "America/Anchorage", "Pacific/Honolulu", "US/Eastern", "US/Central",
        "US/Mountain", "US/Pacific", "US/Hawaii", "US/Arizona", "America/Kentucky/Louisville",
    ]

    /// Of the zones that one country has to itself, as far as Resy is there.
    private static let countries: [String: String] = [
        "America/Toronto": "canada", "America/Montreal": "canada", "America/Vancouver": "canada",
        "America/Edmonton": "canada", "America/Winnipeg": "canada", "America/Halifax": "canada",
        "America/Regina": "canada", "America/St_Johns": "canada", "Canada/Eastern": "canada",
        "Canada/Pacific": "canada", "America/Mexico_City": "mexico", "America/Cancun": "mexico",
        "America/Mazatlan": "mexico", "America/Monterrey": "mexico", "America/Merida": "mexico",
        "America/Puerto_Rico": "united states", "America/Bogota": "colombia", "America/Lima": "peru",
        "America/Sao_Paulo": "brazil", "America/Santiago": "chile", "America/Argentina/Buenos_Aires": "argentina",
        "America/Jamaica": "jamaica", "America/Nassau": "bahamas", "America/Barbados": "barbados",
        "Europe/London": "united kingdom", "Europe/Belfast": "united kingdom", "Europe/Dublin": "ireland",
        "Europe/Madrid": "spain", "Atlantic/Canary": "spain", "Europe/Paris": "france", "Europe/Monaco": "monaco",
        "Europe/Berlin": "germany", "Europe/Rome": "italy", "Europe/Lisbon": "portugal",
        "Europe/Amsterdam": "netherlands", "Europe/Brussels": "belgium", "Europe/Luxembourg": "luxembourg",
        "Europe/Vienna": "austria", "Europe/Athens": "greece", "Europe/Helsinki": "finland",
        "Europe/Tallinn": "estonia", "Europe/Riga": "latvia", "Europe/Vilnius": "lithuania", "Europe/Malta": "malta",
        "Europe/Zurich": "switzerland", "Europe/Copenhagen": "denmark", "Europe/Stockholm": "sweden",
        "Europe/Oslo": "norway", "Atlantic/Reykjavik": "iceland", "Europe/Prague": "czechia",
        "Europe/Budapest": "hungary", "Europe/Warsaw": "poland", "Europe/Istanbul": "turkey",
        "Asia/Dubai": "united arab emirates", "Asia/Qatar": "qatar", "Asia/Riyadh": "saudi arabia",
        "Asia/Tokyo": "japan", "Asia/Seoul": "south korea", "Asia/Shanghai": "china", "Asia/Hong_Kong": "hong kong",
        "Asia/Taipei": "taiwan", "Asia/Singapore": "singapore", "Asia/Bangkok": "thailand", "Asia/Kolkata": "india",
        "Asia/Calcutta": "india", "Asia/Jerusalem": "israel", "Asia/Tel_Aviv": "israel",
        "Australia/Sydney": "australia", "Australia/Melbourne": "australia", "Australia/Brisbane": "australia",
        "Australia/Perth": "australia", "Australia/Adelaide": "australia", "Australia/Hobart": "australia",
        "Pacific/Auckland": "new zealand", "Africa/Johannesburg": "south africa", "Africa/Cairo": "egypt",
    ]

    /// Where neither a zone nor a state tells.
    private static let cities: [String: String] = [
        "new york": "united states", "brooklyn": "united states", "los angeles": "united states",
        "chicago": "united states", "miami": "united states", "san francisco": "united states",
        "washington": "united states", "boston": "united states", "philadelphia": "united states",
        "austin": "united states", "houston": "united states", "dallas": "united states", "atlanta": "united states",
        "nashville": "united states", "new orleans": "united states", "denver": "united states",
        "seattle": "united states", "san diego": "united states", "las vegas": "united states",
        "toronto": "canada", "montreal": "canada", "vancouver": "canada", "ottawa": "canada", "calgary": "canada",
        "mexico city": "mexico", "london": "united kingdom", "paris": "france", "madrid": "spain",
        "barcelona": "spain", "tokyo": "japan", "sydney": "australia", "melbourne": "australia",
    ]

    private static let currencies: [String: String] = [
        "united states": "USD", "puerto rico": "USD", "ecuador": "USD", "canada": "CAD", "mexico": "MXN",
        "united kingdom": "GBP", "spain": "EUR", "france": "EUR", "germany": "EUR", "italy": "EUR", "ireland": "EUR",
        "portugal": "EUR", "netherlands": "EUR", "belgium": "EUR", "luxembourg": "EUR", "austria": "EUR",
        "greece": "EUR", "finland": "EUR", "estonia": "EUR", "latvia": "EUR", "lithuania": "EUR", "malta": "EUR",
        "monaco": "EUR", "croatia": "EUR", "cyprus": "EUR", "slovakia": "EUR", "slovenia": "EUR",
        "switzerland": "CHF", "denmark": "DKK", "sweden": "SEK", "norway": "NOK", "iceland": "ISK", "czechia": "CZK",
        "czech republic": "CZK", "hungary": "HUF", "poland": "PLN", "turkey": "TRY", "united arab emirates": "AED",
        "qatar": "QAR", "saudi arabia": "SAR", "japan": "JPY", "south korea": "KRW", "china": "CNY",
        "hong kong": "HKD", "taiwan": "TWD", "singapore": "SGD", "thailand": "THB", "india": "INR", "israel": "ILS",
        "australia": "AUD", "new zealand": "NZD", "south africa": "ZAR", "egypt": "EGP", "colombia": "COP",
        "peru": "PEN", "brazil": "BRL", "chile": "CLP", "argentina": "ARS", "jamaica": "JMD", "bahamas": "BSD",
        "barbados": "BBD",
    ]
}
