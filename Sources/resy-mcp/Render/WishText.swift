internal import ResyDomain
internal import ResyNative

/// What becomes of a wish, for both readers.
enum WishText {
    /// Of one table, a line each.
    static func lines(_ outcome: BookingOutcome) -> [String] {
        var lines = outcome.wishes.map { line($0, of: outcome.venue, byHand: outcome.byHand) }
        let isTold = outcome.wishes.contains { $0.wish.field == .words }
        if !isTold, let words = outcome.specialRequests {
            lines.insert("Special request: \(DinersWords.quoted(words))", at: 0)
        }
        return lines
    }

    /// In the structure: what its other members and the next step do not say.
    static func notes(_ outcome: BookingOutcome) -> [String] {
        outcome.wishes.filter { isNews($0, outcome.status) }.map { line($0, of: outcome.venue, byHand: outcome.byHand) }
    }

    private static func isNews(_ told: ToldWish, _ status: BookingOutcome.Status) -> Bool {
        switch told.state {
        case .ended(.shown, _): told.replaced != nil
        case .planned(isHidden: false): status == .booked || status == .unknown
        default: true
        }
    }

    /// In the list: which table's they are stands before them.
    static func notes(_ list: ReservationList, link: VenueLinks) -> [String] {
        list.undelivered.flatMap { table in
            let venue = list.reservations.first { $0.confirmationID == table.confirmationID }?.venue
            return table.wishes.map {
                "\(table.confirmationID): \(lowercased(line($0, of: venue ?? Venue(id: 0, name: ""), byHand: link.reservations)))"
            }
        }
    }

    static func line(_ told: ToldWish, of venue: Venue, byHand: String) -> String {
        let name = Voice.model.name(told.wish.field)
        let title = "\(name.prefix(1).uppercased())\(name.dropFirst())"
        return "\(title): \(DinersWords.quoted(told.wish.text)) — \(state(told, of: venue, byHand: byHand))"
    }

    private static func state(_ told: ToldWish, of venue: Venue, byHand: String) -> String {
        switch told.state {
        case .planned(isHidden: false):
            "the restaurant gets it after the booking, and may not grant it."
        case .planned(isHidden: true): "it will not be sent: \(Voice.model.notTaken(told.wish.field, by: venue))."
        case .asked(let held):
            "the reservation says \(DinersWords.quoted(held)). Nothing was replaced."
        case .beside: "not sent: it goes with the same yes\(replaced(told, "; it is to replace"))."
        case .open:
            "not sent yet\(replaced(told, "; it is to replace")). resy-mcp will try again the next time it runs; or add it by hand: \(byHand)."
        case .unseen:
            "not known yet whether the restaurant has it\(replaced(told, "; it was sent to replace")). resy-mcp will look again the next time it runs; "
                + "or look at \(byHand)."
        case .ended(.shown, _): "sent\(replaced(told)). The restaurant may not grant it."
        case .ended(.hidden, _): "not delivered: \(Voice.model.notTaken(told.wish.field, by: venue))."
        case .ended(let end, let held): "not delivered: \(reason(end, held)). Add it by hand: \(byHand)."
        }
    }

    private static func replaced(_ told: ToldWish, _ verb: String = "; it replaced") -> String {
        told.replaced.map { "\(verb) \(DinersWords.quoted($0))" } ?? ""
    }

    private static func reason(_ end: WishFlow.End, _ held: String?) -> String {
        switch end {
        case .shown: "sent"
        case .held: "the reservation says \(DinersWords.quoted(held ?? "")), and that was left"
        case .cutShort: "Resy kept only \(DinersWords.quoted(held ?? ""))"
        case .refused: "Resy did not take it"
        case .hidden: "it takes none"
        case .triedOut: "several tries did not get it through"
        case .tooLate: "it could not be sent within a day"
        case .tableGone: "the table is cancelled, or its time has come"
        case .replaced: "a newer one took its place"
        case .keptHere: "it was only kept on this computer"
        }
    }

    private static func lowercased(_ text: String) -> String { "\(text.prefix(1).lowercased())\(text.dropFirst())" }
}
