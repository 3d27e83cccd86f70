internal import ResyDomain
internal import ResyNative

/// What becomes of a wish.
extension Voice {
    func name(_ field: Wish.Field) -> String {
        switch field {
        case .words: "special request"
        case .occasion: "occasion"
        }
    }

    /// In a question before a yes.
    func sentence(_ told: ToldWish, of venue: Venue) -> String {
        let (name, text) = (name(told.wish.field), DinersWords.quoted(told.wish.text))
        return switch told.state {
        case .asked(let held):
            "Its \(name) at Resy is \(DinersWords.quoted(held)). Replace it with \(text)? The restaurant may not grant it."
        case .planned(isHidden: true): "The \(name) \(text) will not be sent: \(notTaken(told.wish.field, by: venue))."
        case .beside:
            "The \(name) \(text) goes out too\(told.replaced.map { ", in the place of \(DinersWords.quoted($0))" } ?? ""); "
                + "the restaurant may not grant it."
        case .ended(.shown, _): "The \(name) \(text) was sent before."
        case .ended, .open, .unseen: "The \(name) \(text) was sent before, and Resy does not show all of it."
        case .planned(isHidden: false):
            "The restaurant gets the \(name) \(text) after the booking, and may not grant it."
        }
    }

    /// What to do where the restaurant does not have the question asked.
    func notTaken(_ field: Wish.Field, by venue: Venue) -> String {
        "this restaurant takes no \(name(field))s through Resy; \(field == .words ? "ask" : "tell") it by phone"
            + (venue.phone.map { ": \(CleanText.name($0))" } ?? "")
    }
}
