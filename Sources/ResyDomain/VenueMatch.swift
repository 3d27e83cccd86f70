/// Which of Resy's venues is the restaurant somebody asked for.
///
/// An equal Google place id settles it. Else the name must fit, and the place may prove or refute it: the same street
/// and number, the same phone, or less than 150 m prove; another street or phone, or more than 1 km refute. Where the
/// place is silent the name decides alone, and only if one venue has it.
package enum VenueMatch {
    package enum Verdict: Sendable, Equatable {
        case match(Venue)
        /// Up to five that a person may choose from, best first.
        case close([Venue])
        /// None in the location asked for; up to five of that name, or a similar one, in others.
        case elsewhere([Venue])
        /// The location names no place that is known here; up to five of that name, or a similar one, wherever they are.
        case unplaced([Venue])
        case none
    }

    package static func judge(_ wanted: WantedVenue, _ candidates: [Venue]) -> Verdict {
        let venues = unique(candidates)
        if let placeID = wanted.placeID, !placeID.isEmpty, let venue = venues.first(where: { $0.placeID == placeID }) {
            return .match(venue)
        }
        let name = FoldedName(wanted.name)
        let judged = judged(wanted, venues)
        let isPlaced = wanted.place(among: venues)?.isPlaced ?? true
        guard let best = judged.first else { return isPlaced ? .none : .unplaced([]) }
        let rivals = judged.dropFirst()
        if isSure(best, rivals, isNamed: !name.isGeneric) {
            return .match(best.venue)
        }
        // "Lunch & Dinner": a name of common words is a name where one restaurant has just that.
        let exact = judged.filter { FoldedName($0.venue.name) == name }
        if name.isGeneric, let best = exact.first, isSure(best, exact.dropFirst(), isNamed: true) {
            return .match(best.venue)
        }
        // A place that a map shows nearby may go by another name than the location's.
        let there = judged.filter { $0.standing != .elsewhere || $0.isLocated }
        if there.isEmpty { return .elsewhere(judged.prefix(5).map(\.venue)) }
        let several = there.prefix(5).map(\.venue)
        return there.contains { $0.standing == .unplaced && !$0.isLocated } ? .unplaced(several) : .close(several)
    }

    /// Those that may be it, the likeliest first: whose pages are worth reading for proof.
    package static func ranked(_ wanted: WantedVenue, _ candidates: [Venue]) -> [Venue] {
        judged(wanted, unique(candidates)).map(\.venue)
    }

    /// Of the hits for a name that fits none, up to five that share a word with it, for a person to look at: never one to
    /// take.
    package static func kin(of wanted: WantedVenue, _ candidates: [Venue]) -> [Venue] {
        let name = FoldedName(wanted.name)
        let place = wanted.place(among: candidates)
        let there = unique(candidates).filter { venue in
            place?.standing(of: venue) != .elsewhere && isKin(name, venue)
        }
        return Array(there.prefix(5))
    }

    /// A word of the name, one that tells something if it has any, is in the venue's or begins one there.
    package static func isKin(_ name: FoldedName, _ venue: Venue) -> Bool {
        let telling = name.words.filter { !FoldedName(words: [$0]).isGeneric }
        let said = (telling.isEmpty ? name.core.words : telling).filter { $0.count >= 3 }
        let words = FoldedName(venue.name).words
        return said.contains { word in words.contains { NameRelation.isSame(word, $0) || $0.hasPrefix(word) } }
    }

    /// Of those whose name fits best and equally, the only one there; nil where that decides nothing.
    package static func only(in place: String, of wanted: WantedVenue, _ candidates: [Venue]) -> Venue? {
        let venues = unique(candidates)
        let judged = judged(wanted, venues)
        let wish = PlaceWish(place, among: venues)
        guard let best = judged.map(\.relation).max(), best >= .near else { return nil }
        let there = judged.filter { $0.relation == best && wish.standing(of: $0.venue) == .there }
        return there.count == 1 ? there.first?.venue : nil
    }

    private static func unique(_ candidates: [Venue]) -> [Venue] {
        var seen: Set<Int> = []
        return candidates.filter { seen.insert($0.id).inserted }
    }

    private static func judged(_ wanted: WantedVenue, _ venues: [Venue]) -> [Judged] {
        let name = FoldedName(wanted.name)
        let place = wanted.place(among: venues)
        return venues.enumerated().compactMap { index, venue -> Judged? in
            guard let relation = NameRelation.between(name, venue) else { return nil }
            // A name such as "The Restaurant" is part of too many.
            guard !name.isGeneric || relation == .equal else { return nil }
            return Judged(
                venue: venue, relation: relation, evidence: PlaceEvidence(wanted, venue, relation),
                isLocated: PlaceEvidence.metres(wanted, venue) != nil,
                standing: place?.standing(of: venue) ?? .silent, index: index)
        }.filter { $0.evidence != .refuted }.sorted { $0.isBetter(than: $1) }
    }

    private static func isSure(_ best: Judged, _ rivals: ArraySlice<Judged>, isNamed: Bool) -> Bool {
        // In another city than the one asked for, whatever else fits; but a point on the map outweighs words.
        let isRuledOut = best.standing == .elsewhere || best.standing == .unplaced
        guard !isRuledOut || (best.evidence == .proven && best.isLocated) else { return false }
        if best.evidence == .proven {
            // Two rooms in one house: the one whose name fits better may only have said less about its place.
            return !rivals.contains {
                $0.relation > best.relation || ($0.evidence == .proven && $0.relation == best.relation)
            }
        }
        guard best.evidence == .silent, isNamed, best.relation >= .near else { return false }
        return !rivals.contains { rival in
            let isAsGood = rival.relation == best.relation
            // A location decides between two of one name; one whose place is not known stays a rival.
            return isAsGood
                && !(best.standing == .there && [.elsewhere, .unsure, .near].contains(rival.standing))
                && !([.unsure, .near].contains(best.standing) && rival.standing == .elsewhere)
        }
    }

    private struct Judged {
        let venue: Venue
        let relation: NameRelation
        let evidence: PlaceEvidence
        /// Both sides say where on the map they are.
        let isLocated: Bool
        /// To the location asked for; silent where none was.
        let standing: PlaceStanding
        let index: Int

        func isBetter(than other: Judged) -> Bool {
            rank == other.rank ? index < other.index : other.rank.lexicographicallyPrecedes(rank)
        }

        /// Higher is better: evidence, then name, then location.
        private var rank: [Int] {
            [
                evidence == .proven ? 1 : 0, standing == .elsewhere ? 0 : 1, relation.rawValue, evidence.rawValue,
                standing.rawValue,
            ]
        }
    }
}
