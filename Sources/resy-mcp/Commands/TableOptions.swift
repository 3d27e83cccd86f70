internal import ArgumentParser
internal import ResyDomain
internal import ResyNative

/// What finding and booking a table have in common.
struct TableOptions: ParsableArguments {
    @Option(
        name: [.customShort("p", allowingJoined: true), .long],
        help: ArgumentHelp("How many people (default: 2, or RESY_PARTY).", valueName: "people"))
    var party: Int?

    @Option(
        name: .customLong("in"),
        help: ArgumentHelp("City or neighborhood, where several have the name.", valueName: "city"))
    var city: String?

    func validate() throws {
        if let party, !Ask.partyRange.contains(party) {
            throw ValidationError("--party \(party) is not possible: 1 to 50 people.")
        }
    }

    /// As many as usual where nobody said.
    func people(_ settings: Settings) -> Int { party ?? settings.party }
}

/// Names and dates as they come from a shell.
enum Given {
    /// Without the space around it; a blank one is a usage error.
    static func text(_ text: String, _ name: String, example: String, limit: Int = 200) throws -> String {
        let text = text.trimmed
        guard !Unset.isRequired(text) else {
            throw ValidationError("\(name) is empty; give one such as \"\(example)\".")
        }
        guard text.unicodeScalars.count <= limit else {
            throw ValidationError("\(name) is longer than \(limit) characters.")
        }
        return text
    }

    /// Throws a usage error where the words are no name, day and time in these places.
    static func places(_ words: [String]) throws {
        guard words.allSatisfy({ !$0.trimmed.isEmpty }), !TableWords.areInPlace(words) else { return }
        if let table = TableWords(arranging: words) {
            if let surplus = table.surplus {
                throw ValidationError("\(RPCError.quoted(surplus)) is more than a name, a day and a time.")
            }
            guard table.words.sorted() != words.sorted() else {
                throw ValidationError("The order is name, date, time.")
            }
            throw ValidationError("Words that belong together need quotes, in the order name, date, time.")
        }
        let date = RPCError.quoted(words[1])
        guard words.count > 3 else {
            guard TableWords.isDate(words[1]) else {
                throw ValidationError(
                    "The date \(date) is not understood; say today, saturday, \"feb 14\" or 2027-02-14.")
            }
            throw ValidationError(
                "The time \(RPCError.quoted(words[2])) is not understood; say 7pm, 19:30, noon or midnight.")
        }
        throw ValidationError("There is no day among these words, such as saturday, \"feb 14\" or 2027-02-14.")
    }

    /// Throws a usage error where words behind a name are not one time, and the day is given by flags.
    static func timeAlone(_ words: [String]) throws {
        let words = words.filter { !$0.trimmed.isEmpty }
        guard let first = words.first else { return }
        if words.count == 1, TableWords.isTime(first) { return }
        if let day = words.first(where: { TableWords.isDate($0) }) {
            throw ValidationError("The day is given twice: \(RPCError.quoted(day)), and by a flag. Give one.")
        }
        throw ValidationError("Words that belong together need quotes: a name, then a time.")
    }

    /// Nil for a blank one, and for a word that stands for nothing.
    static func optional(_ text: String?) -> String? {
        text.flatMap { Unset.isOptional($0) ? nil : $0.trimmed }
    }

    /// Nil for a blank one; another than those there are is a usage error.
    static func occasion(_ text: String?) throws -> Occasion? {
        guard let text = optional(text) else { return nil }
        guard let occasion = Occasion(named: text) else {
            let all = Occasion.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--occasion \(CleanText.quoted(text, to: 40)) is not known. It is one of: \(all).")
        }
        return occasion
    }
}
