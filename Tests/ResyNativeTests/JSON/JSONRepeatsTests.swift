@testable import ResyDomain
import Testing

@testable import ResyNative

/// What is said again and again is read once, and is all the same what it says.
struct JSONRepeatsTests {
    private static let elements = [
        #"{"pay":{"fee":50,"by":[1,{"x":null}]},"id":1}"#,
        #"{"pay":{"fee":50,"by":[1,{"x":null}]},"id":2}"#,
        #"{"pay":{"fee":50,"by":[1,{"x":null}]} ,"id":3}"#,
        #"{"id":4,"pay":{"fee":5,"by":[]}}"#,
        #"{"id":5,"pay": {"fee":5,"by":[]}}"#,
        #"{"id":6,"pay":{"fee":5,"by":[]},"pay":{"fee":5,"by":[]}}"#,
        #"{"id":7,"pay":{"fee":51}}"#,
        #"{"id":8,"pay":"{\"fee\":51}"}"#,
        #"{"id":9,"pay":null}"#,
        #"{"id":10,"pay":{"fee":"\u00e9","pay":{"fee":51}}}"#,
        #"{"id":11,"pay":{"fee":51}}"#,
        #"{"id":12,"pay":{"fee":"\u00e9","pay":{"fee":51}}}"#,
        #"{"id":13,"pay":{}}"#, #"{"id":14,"pay":{}}"#,
    ]

    private func read(_ elements: [String] = elements, chunk size: Int) throws -> [JSONRow] {
        let read = Lock<[JSONRow]>([])
        let stream = JSONStream(
            arrays: [
                JSONStream.Elements(of: "$[]", rows: JSONMembers("pay", "id")) { (row, _) in
                    read.withLock { $0.append(row) }
                }
            ])
        stream.begin(HTTPHead(status: 200, headers: []))
        let bytes = Array("[\(elements.joined(separator: ","))]".utf8)
        for start in stride(from: 0, to: bytes.count, by: size) {
            _ = stream.receive(Array(bytes[start..<min(start + size, bytes.count)]))
        }
        _ = try stream.finish()
        return read.withLock { $0 }
    }

    @Test(arguments: [1, 2, 7, 40, 100, 10_000]) func eachElementIsWhatItSays(chunk: Int) throws {
        let expected = try Self.elements.map { try JSON(parsing: Array($0.utf8)) }
        let rows = try read(chunk: chunk)
        #expect(rows.map { $0.member(0)?.compact } == expected.map { $0.member("pay")?.compact })
        #expect(rows.map { $0.member(1) } == expected.map { $0.member("id") })
    }

    @Test func oneThatRepeatsIsTheSameValue() throws {
        let pays = try read(chunk: 10_000).map { $0.member(0) }
        func areOne(_ left: Int, _ right: Int) -> Bool {
            guard let left = pays[left - 1], let right = pays[right - 1] else { return false }
            return left.isIdentical(to: right)
        }
        #expect(areOne(1, 2) && areOne(2, 3) && areOne(4, 5) && areOne(7, 11) && areOne(13, 14))
        #expect(!areOne(3, 4) && !areOne(7, 8) && !areOne(10, 11))
    }

    /// Of an element that is hardly there the rest is waited for, as long as those before it were; it comes all the same where it
    /// is shorter.
    @Test(arguments: [1, 100, 1400, 20_000, 100_000]) func shortOnesBehindALongOneCome(chunk: Int) throws {
        let long = #"{"id":0,"pay":{"by":"\#(String(repeating: "x", count: 40_000))"}}"#
        let short = (1...300).map { #"{"id":\#($0),"pay":{"fee":\#($0 % 5)}}"# }
        for texts in [[long] + short, short + [long], short + [long] + short] {
            let rows = try read(texts, chunk: chunk)
            let expected = try texts.map { try JSON(parsing: Array($0.utf8)) }
            #expect(rows.map { $0.member(1) } == expected.map { $0.member("id") })
            #expect(rows.map { $0.member(0) } == expected.map { $0.member("pay") })
        }
    }

    @Test func whatIsHardlyThereIsToldByTheOneBefore() {
        let repeats = JSONRepeats()
        func isHardlyThere(_ count: Int, endingIn last: Character = "x") -> Bool {
            let text = Array((String(repeating: "x", count: count - 1) + String(last)).utf8)
            return text.withUnsafeBufferPointer { repeats.isHardlyThere($0[...]) }
        }
        #expect(!isHardlyThere(1))
        repeats.note(length: 800)
        #expect(isHardlyThere(600) && !isHardlyThere(700) && !isHardlyThere(900))
        #expect(!isHardlyThere(600, endingIn: "]") && !isHardlyThere(1, endingIn: "}"))
        #expect(!Array("xxx} \n".utf8).withUnsafeBufferPointer { repeats.isHardlyThere($0[...]) })
    }

    /// An answer of repeats is not larger than it says.
    @Test func theyCountAsWhatTheyAre() throws {
        let count = 40_000
        let element = #"{"pay":{"by":[1,2,3,4,5,6,7]}}"#
        let bytes = Array("[\(Array(repeating: element, count: count).joined(separator: ","))]".utf8)
        func read(_ limits: JSONLimits) throws -> Int {
            let read = Lock(0)
            let stream = JSONStream(
                limits: limits,
                arrays: [
                    JSONStream.Elements(of: "$[]", rows: JSONMembers("pay")) { (_, _) in read.withLock { $0 += 1 } }
                ])
            stream.begin(HTTPHead(status: 200, headers: []))
            _ = stream.receive(bytes)
            _ = try stream.finish()
            return read.withLock { $0 }
        }
        // The array, and ten in each element.
        var limits = JSONLimits()
        limits.values = 10 * count + 1
        #expect(try read(limits) == count)
        limits.values -= 1
        #expect(throws: JSONError.self) { try read(limits) }
    }
}
