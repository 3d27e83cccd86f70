internal import ResyNative

/// What becomes of a wish, for both readers.
enum WishText {
    /// Of one table, a line each.
    static func lines(_ outcome: BookingOutcome) -> [String] {
        var lines = outcome.wishes.map { line($0, byHand: outcome.byHand) }
        let isTold = outcome.wishes.contains { $0.wish.field == .words }
        if !isTold, let words = outcome.specialRequests { lines.insert("Special request: \(quoted(words))", at: 0) }
        return lines
    }

    /// In the list: which table's they are stands before them.
    static func notes(_ list: ReservationList, link: VenueLinks) -> [String] {
        list.undelivered.flatMap { table in
            table.wishes.map { "\(table.confirmationID): \(lowercased(line($0, byHand: link.reservations)))" }
        }
    }

    private static func line(_ told: ToldWish, byHand: String) -> String {
        let name = "\(told.wish.field.spoken.prefix(1).uppercased())\(told.wish.field.spoken.dropFirst())"
        return "\(name): \(quoted(told.wish.text)) — \(state(told, byHand: byHand))"
    }

    private static func state(_ told: ToldWish, byHand: String) -> String {
        switch told.state {
        case .planned(isHidden: false):
            "the restaurant gets it after the booking, and may not grant it."
        case .planned(isHidden: true):
            "it may not reach the restaurant, whose page at Resy does not ask for one."
        case .asked(let held):
            "the reservation says \(quoted(held)). Nothing was replaced."
        case .open:
            "not known yet whether the restaurant has it. It is gone on with the next time resy-mcp is used; or look at "
                + "\(byHand)."
        case .ended(.shown, _): "sent. The restaurant may not grant it."
        case .ended(let end, let held):
            "not delivered: \(reason(end, told.wish.field, held)). Add it by hand: \(byHand)."
        }
    }

    private static func reason(_ end: WishFlow.End, _ field: Wish.Field, _ held: String?) -> String {
        switch end {
        case .shown: "sent"
        case .held: "the reservation says \(quoted(held ?? "")), and that was left"
        case .cutShort: "Resy kept only \(quoted(held ?? ""))"
        case .refused: "Resy did not take it"
        case .hidden: "this restaurant takes no \(field.spoken) through Resy"
        case .triedOut: "several tries did not get it through"
        case .tooLate: "it could not be sent within a day"
        case .tableGone: "the table is cancelled, or its time has come"
        case .replaced: "a newer one took its place"
        case .keptHere: "it was only kept on this computer"
        }
    }

    private static func quoted(_ text: String) -> String { CleanText.quoted(text, to: 2 * Wish.longest) }

    private static func lowercased(_ text: String) -> String { "\(text.prefix(1).lowercased())\(text.dropFirst())" }
}
