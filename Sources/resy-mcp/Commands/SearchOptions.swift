internal import ArgumentParser
internal import ResyDomain
internal import ResyNative

/// What every search over restaurants or days takes.
struct SearchOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Days: sat, \"fri, sat\", fri-sun, \"this weekend\".", valueName: "days"))
    var on: String?

    @Option(help: ArgumentHelp("First of several days, with --to.", valueName: "day"))
    var from: String?

    @Option(help: ArgumentHelp("Last of several days.", valueName: "day"))
    var to: String?

    @OptionGroup var window: WindowOptions

    @Option(help: ArgumentHelp("Most restaurants shown (default: 10).", valueName: "count"))
    var limit: Int?

    @Option(help: ArgumentHelp("Go on where an earlier search stopped, as it says.", valueName: "cursor"))
    var cursor: String?

    func validate() throws {
        guard Given.optional(on) == nil || Given.optional(from) == nil && Given.optional(to) == nil else {
            throw ValidationError("The days are given twice: --on, and --from or --to.")
        }
        guard Given.optional(from) == nil || Given.optional(to) != nil else {
            throw ValidationError("--from needs --to: up to which day?")
        }
        if let limit, !Ask.limitRange.contains(limit) {
            throw ValidationError("--limit \(limit) is not possible: 1 to 50 restaurants.")
        }
    }

    /// As words for days; nil where none are given.
    var days: String? {
        if let on = Given.optional(on) { return on }
        guard let to = Given.optional(to) else { return nil }
        // Each end is a day of its own: `--from monday --to "thursday next week"` begins this Monday.
        return "\(Given.optional(from) ?? "today") .. \(to)"
    }

    /// One of those that only a search takes.
    var isUsed: Bool { days != nil || isNarrowing }

    /// The first of those that make no sense for one restaurant's day.
    var isNarrowing: Bool {
        window.isUsed || limit != nil || Given.optional(cursor) != nil
    }
}

extension Options {
    /// A search agrees to nothing: the flag that caps what may be agreed to unasked is mistaken for another one there.
    func refuseCap() throws {
        guard maxFee == nil else {
            throw ValidationError("--max-fee is for booking; what a table may cost here is --fee-up-to.")
        }
    }
}
