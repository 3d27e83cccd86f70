internal import ResyDomain

/// The members of a value that anybody reads, by their ways: `config.token`, `payment`. All others are left out, once it is
/// clear that they are JSON.
package struct JSONMembers: Sendable {
    struct Name: Sendable {
        let key: [UInt8]
        let what: What
    }

    enum What: Sendable {
        /// All of the member, by its number.
        case value(Int)
        case parts(JSONMembers)
    }

    /// By their numbers.
    let ways: [[String]]
    let names: [Name]

    /// None leads on from another: where all of a member is wanted, a part of it is there as well.
    package init(_ ways: String...) {
        let ways = ways.map { $0.split(separator: ".").map(String.init) }
        self.init(ways: ways, at: 0, of: Array(ways.indices))
    }

    private init(ways: [[String]], at depth: Int, of numbers: [Int]) {
        self.ways = ways
        var keys: [String] = []
        for number in numbers where !keys.contains(ways[number][depth]) { keys.append(ways[number][depth]) }
        names = keys.map { key in
            let here = numbers.filter { ways[$0][depth] == key }
            guard let whole = here.first(where: { ways[$0].count == depth + 1 }) else {
                return Name(key: Array(key.utf8), what: .parts(JSONMembers(ways: ways, at: depth + 1, of: here)))
            }
            precondition(here.count == 1, "one way leads on from another")
            return Name(key: Array(key.utf8), what: .value(whole))
        }
    }
}
