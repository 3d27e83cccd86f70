import Testing

@testable import ResyDomain

@Suite struct SlotTokenTests {
    @Test func readsItsParts() throws {
        let token = try #require(
            SlotToken("rgs://resy/99001/2750001/2/2026-11-14/2026-11-15/00:30:00/4/ Patio / Garden "))
        #expect(token.venue == 99001)
        #expect(token.template == 2_750_001)
        #expect(token.service == 2)
        #expect(token.day.iso == "2026-11-15")
        #expect(token.time.clock == "00:30")
        #expect(token.party == 4)
        #expect(token.seating == "Patio / Garden")
    }

    @Test func aSeatingMayBeEmpty() {
        #expect(SlotToken("rgs://resy/1/2/3/2026-11-14/2026-11-14/19:30:00/2/")?.seating == "")
    }

    @Test(arguments: [
        "", "rgs://resy", "rgs://resy/1/2/3/2026-11-14/2026-11-14/19:30:00/2",
        "rgs://tock/1/2/3/2026-11-14/2026-11-14/19:30:00/2/Bar",
        "http://resy/1/2/3/2026-11-14/2026-11-14/19:30:00/2/Bar",
        "rgs://resy/x/2/3/2026-11-14/2026-11-14/19:30:00/2/Bar",
        "rgs://resy/1/2/3/2026-11-31/2026-11-14/19:30:00/2/Bar",
        "rgs://resy/1/2/3/2026-11-14/2026-11-31/19:30:00/2/Bar",
        "rgs://resy/1/2/3/2026-11-14/2026-11-14/24:30:00/2/Bar",
        "rgs://resy/1/2/3/2026-11-14/2026-11-14/19:30:00/two/Bar",
        "rgs://resy/-1/2/3/2026-11-14/2026-11-14/19:30/2/Bar",
    ])
    func isNilWhereItDoesNotFit(text: String) {
        #expect(SlotToken(text) == nil)
    }
}
