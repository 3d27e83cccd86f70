internal import ArgumentParser

/// What a diner usually means, for a server whose calls do not say.
struct HabitOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How many people, where a call does not say (RESY_PARTY).", valueName: "people"))
    var party: String?

    @Option(
        name: .customLong("in"),
        help: ArgumentHelp(
            "City of the restaurant, of several that one name fits (RESY_CITY).", valueName: "city"))
    var city: String?
}
