internal import ResyDomain
internal import ResyNative

/// The tables an account holds, for people.
enum ReservationText {
    static func render(
        _ list: ReservationList, includesPast: Bool, link: VenueLinks, now: Instant, in voice: Voice = .model
    ) -> String {
        var lines: [String] = []
        let kind = includesPast ? "" : "upcoming "
        switch list.reservations.count {
        case 0: lines.append("You have no \(kind)reservations\(list.isSynced ? "." : " on record here.")")
        case 1: lines.append("You have 1 \(kind)reservation:")
        case let count: lines.append("You have \(count) \(kind)reservations:")
        }
        lines += list.reservations.map { FactsText.reservation($0, link: link, now: now) }
        if !list.isSynced { lines.append("This is not the whole of Resy's list, but what is known here.") }
        lines += WishText.notes(list, link: link) + voice.texts(list.remarks)
        return lines.joined(separator: "\n")
    }
}

/// The same for programs.
enum ReservationJSON {
    static func render(_ list: ReservationList, link: VenueLinks, in voice: Voice = .model) -> JSON {
        var members: [(String, JSON)] = [
            ("reservations", .array(list.reservations.map { Facts.reservation($0, link: link) })),
            ("synced", .bool(list.isSynced)),
        ]
        if let note = Facts.note(WishText.notes(list, link: link) + voice.texts(list.remarks)) {
            members.append(("note", note))
        }
        return .object(members)
    }
}
