internal import ResyDomain

/// A cursor as a text of letters, digits, `-` and `_`: whose search it is, what it holds, and a sum over both.
extension SearchCursor {
    private static let checkLength = 6

    /// Of one search: where it stopped does not change it, nor how much of it is shown.
    private static func mark(of search: TableSearch) -> [UInt8] {
        let texts: [String?] =
            [search.words, search.location, search.preferredTime, search.earliest, search.latest, search.seating]
            + [search.mostFee.map { "\($0)" }, String(search.party), String(search.restaurants.count)]
            + (search.restaurants + search.dates).map { $0 }
        var bytes: [UInt8] = []
        for text in texts {
            bytes += text.map { Array($0.utf8) } ?? [1]
            bytes.append(0)
        }
        return Array(Digest.sha256(bytes).prefix(checkLength))
    }

    private static func sum(_ bytes: [UInt8]) -> [UInt8] { Array(Digest.sha256(bytes).suffix(checkLength)) }

    func text(for search: TableSearch, issued now: Instant) -> String {
        let body = Self.mark(of: search) + bytes(issued: now)
        return Base64URL.encode(body + Self.sum(body), padded: false)
    }

    /// Throws `bad_request` for one that is not this search's, damaged or old.
    init(_ text: String, for search: TableSearch, now: Instant) throws {
        do throws(Fault) {
            let text = text.trimmed
            guard text.utf8.count <= 2000, let bytes = Base64URL.decode(unpadded: Array(text.utf8)),
                bytes.count > 2 * Self.checkLength, case let body = Array(bytes.dropLast(Self.checkLength)),
                Self.sum(body) == Array(bytes.suffix(Self.checkLength))
            else { throw .damaged }
            guard Array(body.prefix(Self.checkLength)) == Self.mark(of: search) else { throw .foreign }
            try self.init(body.dropFirst(Self.checkLength), names: search.restaurants.count, now: now)
        } catch {
            throw ResyError(.badRequest, .search(.cursor(error)), advice: [.search(.startAnew)])
        }
    }
}
