internal import ResyDomain
internal import ResyNative

/// What failed and what was not done, what to do, and all there is to choose from.
struct FailureSheet {
    let error: ResyError
    let link: VenueLinks
    let now: Instant
    /// Which is meant is asked next: what else could be done is left out.
    var isAsking = false

    private var voice: Voice { .person.at(now) }

    var sheet: Sheet {
        if isAsking { return asking }
        var sheet = Sheet([headline(error)])
        var told = error
        told.remarks.removeAll { $0.offer != nil }
        let hint = voice.hint(told)
        if !hint.isEmpty { sheet.add(Self.sentence(hint)) }
        sheet.add(choices)
        if !error.tellsWait, let retry = error.retryAt {
            sheet.add("Try again in \(voice.span(seconds: retry.seconds - now.seconds)).")
        }
        if let url = error.url, !error.tellsLink(url) { sheet.add("On Resy's site: \(url)") }
        // A command stands on a line of its own.
        for offer in error.remarks.compactMap(\.offer) { sheet.add(.whole("Notify:  \(Voice.command(offer))")) }
        return sheet
    }

    private func headline(_ error: ResyError) -> Line {
        Line("resy-mcp: \(Self.sentence(voice.message(error)))", hang: 2)
    }

    /// What stands before the question which is meant. Of one restaurant the question names it, and it is not asked twice.
    private var asking: Sheet {
        guard error.choices.count == 1, case .venue = error.choices[0] else {
            var sheet = Sheet([headline(error)])
            sheet.add(choices)
            return sheet
        }
        guard let finding = Self.unasked(error.finding) else { return Sheet() }
        var error = error
        (error.finding, error.choices) = (finding, [])
        return Sheet([headline(error)])
    }

    private static func unasked(_ finding: Finding) -> Finding? {
        switch finding {
        case .venue(.maybe): return nil
        case .together(let findings):
            let left = findings.compactMap { unasked($0) }
            return left.isEmpty ? nil : .together(left)
        default: return finding
        }
    }

    /// Numbered, so that the number can be typed; tables as a check shows them.
    private var choices: Sheet {
        let named = error.choices.compactMap { name($0) }
        var sheet = Sheet(
            named.enumerated().map { index, name in
                let mark = named.count > 1 ? "\(index + 1). " : "- "
                return Line(mark + name, hang: mark.count)
            })
        let slots = error.choices.compactMap { choice -> Slot? in
            guard case .slot(let slot, _, _, _) = choice else { return nil }
            return slot
        }
        if case .slot(_, _, let party, let zone)? = error.choices.first(where: { name($0) == nil }) {
            sheet.add(Sheet(TableRows(party: party, zone: zone, now: now).lines(slots)))
            if TableGroup.all(of: slots, in: zone).contains(where: Voice.isUnclear) {
                sheet.add(Line("  * per guest or in total: not stated", .faint))
            }
        }
        return sheet
    }

    private func name(_ choice: ResyError.Choice) -> String? {
        switch choice {
        case .venue(let venue):
            let parts = [venue.name, venue.street, venue.neighborhood, venue.city].compactMap(\.self)
            return (parts.filter { !$0.isBlank } + ["Resy venue \(venue.id)", link.page(of: venue)])
                .joined(separator: ", ")
        case .reservation(let held):
            let cost = voice.wholeCost(
                held.charges, party: held.party, until: held.cancelBy, in: held.venue.zone, now: now)
            return "\(voice.table(held, now: now)), \(held.confirmationID), \(cost)"
        case .slot: return nil
        }
    }

    /// Closed by a full stop, whoever wrote it.
    static func sentence(_ text: String) -> String {
        guard let last = text.last, !".!?:".contains(last) else { return text }
        // A stop after an address would be taken for a part of it.
        if text.split(separator: " ").last?.contains("://") == true { return text }
        return text + "."
    }
}

extension Remark {
    fileprivate var offer: NotifyOffer? {
        if case .notify(.canBeSet(let offer)) = self { offer } else { nil }
    }
}
