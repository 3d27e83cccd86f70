internal import ResyDomain
internal import ResyNative

/// What a command tells the shell; part of the contract with scripts.
enum ExitStatus: Int32, Error {
    case done = 0
    case failed = 1
    case usage = 2
    case notSignedIn = 3
    case nothingAvailable = 4
    /// Look before you try again.
    case outcomeUnknown = 5
    /// Nobody to ask, a no, or more money than `--max-fee` allows unasked.
    case needsYes = 6

    init(_ error: ResyError) {
        if case .notify(.unknown) = error.finding {
            self = .outcomeUnknown
            return
        }
        self =
            switch error.code {
            case .badRequest: .usage
            case .notSignedIn, .signInFailed: .notSignedIn
            case .slotGone, .venueNotFound: .nothingAvailable
            default: .failed
            }
    }

    init(_ found: Availability) {
        self = found.slots.contains(where: \.isBookable) ? .done : .nothingAvailable
    }

    /// What a search that brought nothing did not look at leaves open whether there is something.
    init(_ found: FoundTables) {
        self = found.hasBookable ? .done : found.isPartial ? .failed : .nothingAvailable
    }

    init(_ found: OpenDays) {
        let isOpen = found.days.contains { $0.status == .open }
        self = isOpen ? .done : found.isUnknown ? .failed : .nothingAvailable
    }

    init(_ status: BookingOutcome.Status) {
        self =
            switch status {
            case .booked: .done
            case .needsConfirmation, .declined, .overLimit: .needsYes
            case .unknown: .outcomeUnknown
            }
    }

    init(_ status: CancellationOutcome.Status) {
        self =
            switch status {
            case .cancelled: .done
            case .needsConfirmation, .declined: .needsYes
            case .notCancelled: .failed
            case .unknown: .outcomeUnknown
            }
    }

    init(_ status: ChangeOutcome.Status) {
        self =
            switch status {
            case .changed: .done
            case .needsConfirmation, .declined, .overLimit: .needsYes
            case .notChanged: .failed
            case .bothHeld, .neitherHeld, .unknown: .outcomeUnknown
            }
    }
}
