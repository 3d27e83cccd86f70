internal import ArgumentParser

/// Which tables of a day are wanted: between which times, and for what money.
struct WindowOptions: ParsableArguments {
    @Option(help: ArgumentHelp("No table before that time.", valueName: "time"))
    var after: String?

    @Option(help: ArgumentHelp("No table after that time.", valueName: "time"))
    var before: String?

    @Option(help: ArgumentHelp("Most money at stake, for the whole party.", valueName: "amount"))
    var feeUpTo: Double?

    func validate() throws {
        if let fee = feeUpTo, !(0..<1e9).contains(fee) {
            throw ValidationError("--fee-up-to is an amount of 0 or more.")
        }
    }

    var isUsed: Bool { earliest != nil || latest != nil || feeUpTo != nil }

    var earliest: String? { Given.optional(after) }
    var latest: String? { Given.optional(before) }
}
