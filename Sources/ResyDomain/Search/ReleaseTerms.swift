/// The words by which a restaurant's sentence tells what it is about.
enum ReleaseTerms {
    private static let reservations = [
        "reserv", "book", "table", "releas", "resy", "drop", "avail", "inventor", "slot", "online",
    ]
    private static let releases: Set<String> = ["live", "drop", "drops", "dropped", "dropping"]
    private static let otherMatters = [
        "cancel", "refund", "modif", "chang", "reschedul", "confirm", "charg", "deposit", "minimum", "requir", "event",
        "buyout", "cater", "order", "preorder", "inquir", "enquir", "contact", "deliver", "gift", "recommend",
        "suggest",
        "advis", "encourag", "fill", "sold", "sell", "closed", "closure", "unavailab", "holiday", "arriv", "renovat",
        "previous", "former",
    ]
    private static let otherWords: Set<String> = [
        "fee", "fees", "notice", "must", "least", "need", "needs", "private", "email", "call", "phone", "pickup",
        "cake",
        "cakes", "late", "group", "groups", "large", "larger", "less", "fewer", "should", "if", "when", "unless",
        "except",
        "walk", "walkin", "walkins", "noshow", "noshows", "shows", "was", "were", "used", "waitlist", "fully", "full",
        "until", "text", "parking", "same", "remaining", "additional", "extra",
    ]
    private static let negations: Set<String> = [
        "no", "not", "never", "dont", "doesnt", "cannot", "cant", "wont", "isnt", "arent", "without", "unable",
    ]
    private static let beyond: Set<String> = ["more", "earlier", "sooner", "further", "farther", "greater"]
    /// A part of the house, of the day, or of its guests.
    static let parts: Set<String> = [
        "bar", "counter", "patio", "terrace", "outdoor", "outdoors", "outside", "rooftop", "garden", "lounge",
        "sidewalk",
        "porch", "cellar", "lunch", "brunch", "breakfast", "tea", "weekend", "weekends", "weekday", "weekdays", "amex",
        "member", "members", "cardmember", "cardmembers", "cardholder", "cardholders", "hotel",
    ]
    static let hedges: Set<String> = [
        "usually", "typically", "generally", "normally", "often", "sometimes", "might",
    ]
    static let daily: Set<String> = ["daily", "every", "each", "nightly"]
    /// All that may stand around a time which a comma divides from the days.
    private static let besideTime: Set<String> = [
        "at", "daily", "every", "each", "day", "days", "morning", "night", "sharp", "exactly", "precisely", "promptly",
        "right", "starting", "beginning", "from", "on", "the", "a", "of", "in", "for", "time", "local", "standard",
        "new",
        "york", "release", "released", "releases", "drop", "drops", "dropped", "go", "goes", "live", "tables", "table",
        "reservation", "reservations", "resy", "online", "are", "is", "be", "made", "available", "they", "become",
        "open",
        "oclock", "noon", "midnight", "via", "we", "our", "books", "with", "all", "next", "dates", "date",
    ]

    static func isOfReservations(_ word: String) -> Bool {
        word == "open" || word == "opens" || word == "opened" || word == "live" || word == "seats" || word == "accept"
            || reservations.contains { word.hasPrefix($0) }
    }

    static func isRelease(_ word: String) -> Bool { releases.contains(word) || word.hasPrefix("releas") }

    /// `words`: those up to the days that are named. `isMost`: they are the most that is allowed.
    static func isOtherMatter(_ words: [String], isMost: Bool) -> Bool {
        isOfOtherMatters(words, isMost: isMost) || largeParty(words) != nil
    }

    /// Cancelling, say, or what has to be asked for; a large party, `6 or more`, is no other matter here.
    static func isOfOtherMatters(_ words: [String], isMost: Bool) -> Bool {
        let isNegated = words.contains(where: negations.contains)
        let isBeyond = words.contains(where: beyond.contains)
        // `no more than 30 days ahead` is up to 30; `more than 30 days ahead` by itself is not.
        guard isBeyond ? isNegated && isMost : !isNegated else { return true }
        if words.contains(where: { word in
            otherWords.contains(word) || otherMatters.contains { word.hasPrefix($0) }
        }) {
            return true
        }
        // `Please note` asks for nothing; `please book` asks for time.
        let pleases = words.indices.filter { words[$0] == "please" || words[$0] == "kindly" }
        if pleases.contains(where: { !["note", "be"].contains(words.dropFirst($0 + 1).first ?? "") }) { return true }
        // `book up`, `book out`; not `booked up to`.
        let isBookedUp = words.indices.contains { index in
            words[index].hasPrefix("book") && ["up", "out", "solid"].contains(words.dropFirst(index + 1).first ?? "")
                && words.dropFirst(index + 2).first != "to"
        }
        return isBookedUp
    }

    /// The smallest of the parties that are meant where no table for two is: `parties of 8`, `6+ guests`; nil for `parties of 1
    /// to 6`, `up to 6 guests`.
    static func largeParty(_ words: [String]) -> Int? {
        let names: Set<String> = ["party", "parties", "guests", "people", "diners"]
        let smaller: Set<String> = ["up", "fewer", "under", "smaller", "maximum", "any", "all"]
        return words.indices.compactMap { index -> Int? in
            guard names.contains(words[index]) else { return nil }
            let isParty = words[index].hasPrefix("part")
            let near = isParty ? words[index...].prefix(9) : words[max(0, index - 4)..<index]
            let sizes = near.compactMap { Int($0) }
            guard let smallest = sizes.min(), !near.contains(where: smaller.contains) else { return nil }
            return smallest > 2 ? smallest : nil
        }.min()
    }

    /// Its noun is there, not only `open`, which a house does too.
    static func namesReservations(_ word: String) -> Bool { reservations.contains { word.hasPrefix($0) } }

    /// `on the first of each month`, `every Monday`.
    static func isByCalendar(_ words: [String]) -> Bool {
        guard !words.contains("closed") else { return false }
        return words.indices.contains { index in
            let word = words[index]
            let before = Set(words[max(0, index - 3)..<index])
            if word == "monthly" { return true }
            if word == "month" || word == "months" {
                return !before.isDisjoint(with: ["each", "every", "the", "following", "next", "of", "1st", "previous"])
            }
            guard let name = weekday(word) else { return false }
            return name || !before.isDisjoint(with: ["each", "every", "on"])
        }
    }

    /// Whether a weekday's name is in the plural; nil for another word.
    private static func weekday(_ word: String) -> Bool? {
        let names = Weekday.allCases.map { $0.name.lowercased() }
        if names.contains(word) { return false }
        return word.hasSuffix("s") && names.contains(String(word.dropLast())) ? true : nil
    }

    static func isTimeAlone(_ segment: [String]) -> Bool {
        segment.allSatisfy { word in
            besideTime.contains(word) || word.first?.isNumber == true || word == "am" || word == "pm"
                || SpokenZone(word) != nil || ReleaseClock.zones.contains(word)
        }
    }
}
