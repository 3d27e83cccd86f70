internal import ResyDomain

/// The members of a value that anybody reads, by their ways: `config.token`, `payment`. All others are left out, once it is
/// clear that they are JSON.
package struct JSONMembers: Sendable {
    struct Name: Sendable {
        let key: [UInt8]
        /// Of this member again; nil for all of it.
        let inner: JSONMembers?
    }

    let names: [Name]

    package init(_ ways: String...) { self.init(ways: ways.map { $0.split(separator: ".") }) }

    private init(ways: [[Substring]]) {
        var keys: [Substring] = []
        for way in ways where !keys.contains(way[0]) { keys.append(way[0]) }
        names = keys.map { key in
            let inner = ways.filter { $0[0] == key }.map { Array($0.dropFirst()) }
            // Where all of it is wanted, a part of it says nothing.
            let isWhole = inner.contains { $0.isEmpty }
            return Name(key: Array(key.utf8), inner: isWhole ? nil : JSONMembers(ways: inner))
        }
    }
}
