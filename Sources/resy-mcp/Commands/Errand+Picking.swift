internal import ResyDomain
internal import ResyNative

/// A request whose name may fit several things.
protocol NamesOneOfSeveral {
    /// The same for what was picked; nil where that does not mend it.
    func naming(_ choice: ResyError.Choice) -> Self?
}

extension Errand {
    /// Runs it; where a name fits several, a person at a terminal types which is meant, and it goes on with that.
    func picking<Request: NamesOneOfSeveral, R>(_ request: Request, _ work: (Request) throws -> R) throws -> R {
        var request = request
        // A number names one; a list that changes each time is not asked about for ever.
        for _ in 0..<3 {
            do {
                return try work(request)
            } catch let error as ResyError {
                guard let picked = try pick(of: error), let mended = request.naming(picked) else { throw error }
                request = mended
            }
        }
        return try work(request)
    }

    /// Nil where nobody is there to ask, or nothing to choose from.
    private func pick(of error: ResyError) throws -> ResyError.Choice? {
        let codes: [ResyError.Code] = [.venueAmbiguous, .venueNotFound, .reservationAmbiguous]
        guard terminal.isInteractive, codes.contains(error.code), !error.choices.isEmpty else { return nil }
        let (terminal, count) = (terminal, error.choices.count)
        let sheet = FailureSheet(error: error, link: link, now: clock.now, isAsking: true).sheet
        if !sheet.lines.isEmpty { terminal.tell(sheet) }
        let question = Self.question(error.choices)
        let typed = try wait { _ in
            terminal.prompt(question)
            return try await terminal.typed(within: Errand.personsPatience)
        }
        guard case .line(let words) = typed, let index = Self.index(words, of: count) else {
            // What failed stands there already, but where the question was all that was said.
            if sheet.lines.isEmpty, let undone = error.undone {
                terminal.tell(Voice.undone(undone))
            }
            throw Told(status: ExitStatus(error), error: error)
        }
        return error.choices[index]
    }

    private static func question(_ choices: [ResyError.Choice]) -> String {
        guard choices.count == 1 else { return "Which one? [1-\(choices.count), Enter for none] " }
        guard case .venue(let venue) = choices[0] else { return "Is that the one? [y/N] " }
        return "\(Voice.question(venue)) [y/N] "
    }

    static func index(_ typed: String, of count: Int) -> Int? {
        let typed = typed.lowercased().trimmed
        if count == 1 { return ["y", "yes", "1"].contains(typed) ? 0 : nil }
        guard let number = Int(typed), (1...count).contains(number) else { return nil }
        return number - 1
    }

    /// A failure that stands on the screen already.
    struct Told: Error {
        let status: ExitStatus
        let error: ResyError
    }
}

extension AvailabilityRequest: NamesOneOfSeveral {
    func naming(_ choice: ResyError.Choice) -> AvailabilityRequest? {
        guard case .venue(let venue) = choice else { return nil }
        var request = self
        (request.restaurant, request.location) = ("Resy venue \(venue.id)", nil)
        return request
    }
}

extension OpenDaysRequest: NamesOneOfSeveral {
    func naming(_ choice: ResyError.Choice) -> OpenDaysRequest? {
        guard case .venue(let venue) = choice else { return nil }
        var request = self
        (request.restaurant, request.location) = ("Resy venue \(venue.id)", nil)
        return request
    }
}

extension TableSearch: NamesOneOfSeveral {
    /// Of a list, the others are answered without it.
    func naming(_ choice: ResyError.Choice) -> TableSearch? {
        guard case .venue(let venue) = choice, restaurants.count == 1 else { return nil }
        var request = self
        (request.restaurants, request.location) = (["Resy venue \(venue.id)"], nil)
        return request
    }
}

extension BookingRequest: NamesOneOfSeveral {
    func naming(_ choice: ResyError.Choice) -> BookingRequest? {
        guard case .venue(let venue) = choice else { return nil }
        var request = self
        (request.restaurant, request.location) = ("Resy venue \(venue.id)", nil)
        return request
    }
}

extension CancellationRequest: NamesOneOfSeveral {
    func naming(_ choice: ResyError.Choice) -> CancellationRequest? {
        guard case .reservation(let held) = choice else { return nil }
        return CancellationRequest(confirmationID: held.confirmationID)
    }
}
