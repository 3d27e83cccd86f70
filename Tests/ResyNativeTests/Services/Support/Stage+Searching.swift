@testable import ResyDomain
@testable import ResyNative
@testable import SandboxKit

extension Stage {
    /// Friday and Saturday of the stage's week.
    var fridayAndSaturday: [String] { [day(3), day(4)] }

    /// A search for four around eight.
    func find(
        _ words: String? = nil, restaurants: [String] = [], in location: String? = nil, on dates: [String]? = nil,
        with other: Resy? = nil, within seconds: Double = 50, _ change: (inout TableSearch) -> Void = { _ in },
        progress: @escaping @Sendable (Step) -> Void = { _ in }
    ) async throws -> FoundTables {
        var search = TableSearch(
            words: words, restaurants: restaurants, location: location, dates: dates ?? fridayAndSaturday, party: 4,
            preferredTime: "8pm")
        change(&search)
        return try await (other ?? resy).findTables(
            search, context: CallContext(deadline: clock.now.adding(seconds), progress: progress))
    }
}

extension FoundTables {
    var names: [String] { results.map(\.venue.name) }

    func times(of name: String) -> [String] {
        results.first { $0.venue.name == name }?.evenings.flatMap { evening in
            evening.slots.map { "\(evening.day.iso.suffix(2)) \($0.time.clock)" }
        } ?? []
    }

    /// Why one that was named, or a restaurant of that name, is left out.
    func reasons(of name: String) -> [LeftOut.Reason] {
        leftOut.compactMap { left in
            switch left.subject {
            case .name(let said) where said == name: left.reason
            case .venue(let venue) where venue.name == name: left.reason
            case .evening(let venue, _) where venue.name == name: left.reason
            default: nil
            }
        }
    }

    func count(_ reason: LeftOut.Reason) -> Int {
        leftOut.reduce(0) { sum, left in
            if case .restaurants(let count) = left.subject, left.reason == reason { sum + count } else { sum }
        }
    }
}
