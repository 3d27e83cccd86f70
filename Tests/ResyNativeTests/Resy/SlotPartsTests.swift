@testable import ResyDomain
import Testing

@testable import ResyNative

/// Rooms take turns in a list of tables: what each of them says is read once, and stays its own.
struct SlotPartsTests {
    private static func slot(_ number: Int, rooms: Int) -> String {
        let room = number % rooms
        // Some rooms say nothing of one thing or another, and one cannot be understood.
        let payment =
            room == 1 ? "null" : #"{"is_paid":true,"cancellation_fee":\#(room * 5),"is_add_on_required":\#(room == 6)}"#
        let template = room == 2 ? #"{"id":[]}"# : room == 3 ? "null" : #"{"id":\#(2_750_000 + room)}"#
        let program = room == 4 ? "null" : #"{"id":\#(room == 5 ? 1000 : 7),"is_eligible":\#(room.isMultiple(of: 2))}"#
        return #"{"config":{"token":"t\#(number)","type":"Room \#(room)"},"date":{"start":"2026-12-04 19:00:00"},"#
            + #""payment":\#(payment),"template":\#(template),"exclusive":\#(program),"is_global_dining_access":false}"#
    }

    @Test(arguments: [1, 4, 8, 9, 20]) func eachTableHasItsOwnRoomsParts(rooms: Int) throws {
        let texts = (0..<60).map { Self.slot($0, rooms: rooms) }
        let found = Lock<[FoundSlot]>([])
        let parts = SlotParts()
        let stream = JSONStream(arrays: [
            JSONStream.Elements(of: "$[]", rows: FoundSlot.members) { (slot, _) throws(JSONError) in
                let slot = try FoundSlot.decode(slot, venueIndex: 0, parts)
                found.withLock { $0.append(slot) }
            }
        ])
        stream.begin(HTTPHead(status: 200, headers: []))
        _ = stream.receive(Array("[\(texts.joined(separator: ","))]".utf8))
        _ = try stream.finish()
        let alone = try texts.map { text in
            try FoundSlot.decode(JSONRow(JSON(parsing: Array(text.utf8)), FoundSlot.members), venueIndex: 0)
        }
        let together = found.withLock { $0 }
        #expect(together.map { "\($0)" } == alone.map { "\($0)" })
        #expect(Set(together.map { "\($0.payment as Any) \($0.templateID ?? "") \($0.program)" }).count == rooms)
    }
}
