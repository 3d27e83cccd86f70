internal import ResyDomain
internal import ResyNative

/// What the tool of the same name would have answered: the line that `--json` prints.
enum ToolAnswer {
    static func json(_ found: Availability) -> JSON {
        AvailabilityJSON.render(found, nextStep: Tool.nextStep(found))
    }

    static func json(_ outcome: BookingOutcome) -> JSON {
        BookingJSON.render(outcome, nextStep: Tool.nextStep(outcome))
    }

    static func json(_ outcome: CancellationOutcome, link: VenueLinks) -> JSON {
        CancellationJSON.render(outcome, link: link, nextStep: Tool.nextStep(outcome))
    }

    static func json(_ list: ReservationList, link: VenueLinks) -> JSON {
        ReservationJSON.render(list, link: link)
    }

    /// Where a tool answers with an error: what it says of it to programs, and to the person who runs them.
    static func json(_ error: ResyError, link: VenueLinks, now: Instant) -> JSON {
        ["error": FailureJSON.render(error, link: link, now: now, in: .person)]
    }
}
