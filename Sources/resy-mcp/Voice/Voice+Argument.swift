internal import ResyDomain
internal import ResyNative

/// What a call was given.
extension Voice {
    func text(_ finding: ArgumentFinding) -> String {
        switch finding {
        case .unknown(let names):
            "Unknown argument\(names.count > 1 ? "s" : "") \(names.prefix(5).map { given($0) }.joined(separator: ", "))."
        case .missing(let name): "\(start(name)) is missing."
        case .empty(let name): "\(start(name)) is empty."
        case .tooLong(let name): "\(start(name)) is too long."
        case .tooMany(let name): "\(start(name)) has too many entries."
        case .halfACharacter(let name): "\(start(name)) holds half a character."
        case .wrongKind(let name, let kind, let value):
            "\(start(name)) must be \(text(kind))\(value.map { ", not \(given($0))" } ?? "")."
        case .disputed(let name, let versions?):
            "\(start(name)) is given more than once, as "
                + versions.prefix(3).map { given($0) }.joined(separator: " and as ") + "."
        case .disputed(let name, nil): "\(start(name)) is given more than once, with values that differ."
        case .outOfRange(let name, let number): "\(start(name)) is \(number), which is out of range."
        case .unknownOccasion(let name, let given):
            "The \(name) \(CleanText.quoted(given, to: 40)) is not one that Resy knows."
        case .noSuchChoice(let name, let value): "\(start(name)) cannot be \(given(value))."
        case .secretOfWrongKind(let name): "\(start(name)) must be \(text(.text))."
        case .disputedSecret(let name): "\(start(name)) is given twice, with values that differ."
        case .noAddress(let name): "\(start(name)) is not an e-mail address."
        case .neither(let first, let second):
            "Neither \(argument(first)) nor \(argument(second)) was given."
        case .noneOf(let names): "None of \(Self.listed(names.map { argument($0) }, "and")) was given."
        case .party(let size): "A party of \(size) is not possible."
        case .flexibility(let minutes):
            "A window of \(minutes) minutes is not possible (\(either("flexibility_minutes", "--within")))."
        }
    }

    private func text(_ kind: ArgumentKind) -> String {
        switch kind {
        case .text: either("a string", "text")
        case .texts: either("a string or an array of strings", "text, or a list of texts")
        case .wholeNumber: "a whole number"
        case .amount: "an amount of 0 or more"
        case .flag: either("true or false", "yes or no")
        }
    }

    func text(_ advice: ArgumentAdvice) -> String {
        switch advice {
        case .allowed(let names): "Allowed: \(names.map { either($0, plain($0)) }.joined(separator: ", "))."
        case .give(let name, let example): "Give \(argument(name)), for example \(CleanText.quoted(example))."
        case .copyOnceMore(let name): "Copy \(argument(name)) once more, unchanged."
        case .atMost(let characters): "At most \(characters) characters fit."
        case .fewer(let most): "At most \(most) fit into one call."
        case .giveOneOf(let names): "Give at least one: \(Self.listed(names.map { argument($0) }, "or"))."
        case .useOccasion(let known):
            "Use one of \(known.joined(separator: ", ")), or say it in \(argument("special_requests"))."
        case .within(let range): "Allowed: \(range.lowerBound) to \(range.upperBound)."
        case .giveAs(let name, let kind): "Give \(argument(name)) as \(text(kind))."
        case .giveOnceAs(let name, let kind): "Give \(argument(name)) once, as \(text(kind))."
        case .addressForm: "Give it in the form you@example.com."
        case .loginOrPassword:
            either(
                "Ask the user to run `resy-mcp login` in a terminal, or give the password as a string.",
                "Run `resy-mcp login`.")
        case .listAndAsk:
            either(
                "Call my_reservations, ask the user which one to cancel, and give its confirmation_id.",
                "Run `resy-mcp list`, then name the one to cancel with --id.")
        case .partySizes: "Give 1 to 50 people."
        case .flexibilities: "Give 0 to 1440; 60 is usual."
        }
    }

    // MARK: - Names

    /// As it stands in a sentence: `date`, `the date`.
    private func argument(_ name: String) -> String { either(name, "the \(plain(name))") }

    private func start(_ name: String) -> String { "The \(either("argument \(name)", plain(name)))" }

    private static func listed(_ words: [String], _ last: String) -> String {
        words.dropLast().joined(separator: ", ") + (words.count > 1 ? " \(last) " : "") + (words.last ?? "")
    }

    private func given(_ text: String) -> String { CleanText.quoted(text, to: 60) }

    /// A person's own words for it.
    private func plain(_ name: String) -> String {
        switch name {
        case "restaurant_name": "restaurant's name"
        case "party_size": "party size"
        case "preferred_time": "time"
        case "flexibility_minutes": "window in minutes"
        case "location": "place"
        case "special_requests": "special request"
        case "payment_method": "card"
        case "confirm_token": "confirmation"
        case "confirmation_id": "confirmation number"
        case "email": "e-mail address"
        case "query": "search words"
        case "max_fee": "most fee"
        default: name.replacing("_", with: " ")
        }
    }
}
