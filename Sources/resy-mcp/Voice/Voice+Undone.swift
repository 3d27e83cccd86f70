internal import ResyDomain

/// What a deed is called where it was not done.
extension Voice {
    /// `Nothing was booked.`
    static func undone(_ deed: Deed) -> String {
        switch deed {
        case .book: "Nothing was booked."
        case .cancel: "Nothing was cancelled."
        case .change: "Nothing was changed."
        }
    }

    /// `Booking`
    static func gerund(_ deed: Deed) -> String {
        switch deed {
        case .book: "Booking"
        case .cancel: "Cancelling"
        case .change: "Changing"
        }
    }

    /// `booking`
    static func noun(_ deed: Deed) -> String {
        switch deed {
        case .book: "booking"
        case .cancel: "cancellation"
        case .change: "change"
        }
    }
}
