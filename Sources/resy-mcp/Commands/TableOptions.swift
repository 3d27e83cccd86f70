internal import ArgumentParser

/// What finding and booking a table have in common.
struct TableOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: ArgumentHelp("How many people.", valueName: "people"))
    var party = 2

    @Option(
        name: .customLong("in"),
        help: ArgumentHelp("City or neighborhood, where several have the name.", valueName: "city"))
    var city: String?

    func validate() throws {
        guard Ask.partyRange.contains(party) else {
            throw ValidationError("--party \(party) is not possible: 1 to 50 people.")
        }
    }
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

    /// Nil for a blank one, and for a word that stands for nothing.
    static func optional(_ text: String?) -> String? {
        text.flatMap { Unset.isOptional($0) ? nil : $0.trimmed }
    }
}
