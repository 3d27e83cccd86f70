import Testing
@testable import ResyDomain

@testable import ResyNative

@Suite struct ReservationDecodingTests {
    private func list(_ fixture: String) async throws -> [ListedReservation] {
        let desk = try Desk("reservations", fixture)
        return try await desk.resy.reservations().rows
    }

    @Test func aRowTakesItsVenueFromTheMap() async throws {
        let row = try #require(try await list("plain").first)
        #expect(row.reservation.confirmationID == "RESY-900000123")
        #expect(row.reservation.venue.name == "Example Trattoria")
        #expect(row.reservation.venue.zone?.name == "America/New_York")
        #expect(row.reservation.cancelBy?.seconds == 1_794_616_200)
        #expect(row.reservation.charges.main?.amount == 50)
        #expect(row.cancelToken == Secret("rr://synthetic"))
        #expect(row.feeApplies == false)
    }

    @Test(arguments: [("venue-not-named", "Example Trattoria"), ("venue-unknown", "Other")])
    func aRowWithoutAVenueThatIsKnown(fixture: String, name: String) async throws {
        #expect(try await list(fixture).first?.reservation.venue.name == name)
    }

    @Test(arguments: [
        ("plain", Reservation.Status.confirmed), ("no-show", .noShow), ("finished", .past), ("cancelled", .cancelled),
        ("tonight", .confirmed), ("yesterday", .past),
    ])
    func statusIsJudgedAtTheRestaurant(fixture: String, status: Reservation.Status) async throws {
        #expect(try await list(fixture).first?.reservation.status == status)
    }

    @Test func whatWasPaidIsAtStake() async throws {
        let fee = try await list("paid").first?.reservation.charges.main
        #expect(fee?.kind == .prepaid)
        #expect(fee?.amount == 40)
    }

    private func charges(_ cancellation: String, policy: String = "[]") async throws -> Charges {
        let row = """
            {"reservation_id":1,"day":"2026-11-14","time_slot":"19:30:00","num_seats":2,"venue":{"id":1},
             "cancellation":\(cancellation),"cancellation_policy":\(policy)}
            """
        let desk = Desk(CannedClient(.text(200, #"{"reservations":[\#(row)],"metadata":{"total":1}}"#)))
        return try await desk.resy.reservations().rows.first?.reservation.charges ?? []
    }

    private func fee(_ cancellation: String, policy: String = "[]") async throws -> Charge? {
        try await charges(cancellation, policy: policy).main
    }

    /// The words say what the number is for, and whether a tax comes on top.
    @Test(arguments: [
        (#"{"fee":{"amount":25}}"#, "A fee of $25 per guest applies.", Charge.Basis.guest, false),
        (#"{"fee":{"amount":25}}"#, "A fee of $25 + tax per guest applies.", .guest, true),
        (#"{"fee":{"amount":25,"tax":2}}"#, "A fee of $25 + tax per guest applies.", .guest, false),
        (#"{"fee":{"amount":50}}"#, "A fee of $25 per guest applies.", .party, false),
        (#"{"fee":{"amount":50}}"#, "A fee of $50 per reservation applies.", .party, false),
        (#"{"fee":{"amount":25}}"#, "Please cancel in time.", .unknown, false),
    ])
    func wordsSayWhomAFeeIsFor(cancellation: String, policy: String, basis: Charge.Basis, isBeforeTax: Bool)
        async throws
    {
        let fee = try #require(try await fee(cancellation, policy: "[\"\(policy)\"]"))
        #expect(fee.basis == basis)
        #expect(fee.isBeforeTax == isBeforeTax)
    }

    private func currency(_ fee: String, _ policy: String, at location: String, venue: String = "") async throws
        -> String?
    {
        let row = """
            {"reservation_id":1,"day":"2026-11-14","time_slot":"19:30:00","num_seats":2,"venue":{"id":1\(venue)},
             "cancellation":{"fee":\(fee)},"cancellation_policy":["\(policy)"]}
            """
        let answer =
            #"{"reservations":[\#(row)],"venues":{"1":{"name":"A","location":\#(location)}},"metadata":{"total":1}}"#
        let desk = Desk(CannedClient(.text(200, answer)))
        return try await desk.resy.reservations().rows.first?.reservation.charges.main?.currency
    }

    /// The row's own word, else that of its text or of the policy, else that of the place.
    @Test(
        arguments: [
            (#"{"amount":25}"#, "Cancel ahead.", #"{"time_zone":"EST5EDT","region":"NY"}"#, "", "USD"),
            (#"{"amount":25}"#, "Cancel ahead.", #"{"time_zone":"EST5EDT","region":"ON"}"#, "", "CAD"),
            (#"{"amount":25}"#, "Cancel ahead.", #"{"time_zone":"Europe/London"}"#, "", "GBP"),
            (#"{"amount":25}"#, "Cancel ahead.", #"{"time_zone":"Asia/Tokyo"}"#, "", "JPY"),
            (#"{"amount":25}"#, "Cancel ahead.", #"{"locality":"New York"}"#, "", "USD"),
            (#"{"amount":25}"#, "Cancel ahead.", "{}", "", nil),
            (#"{"amount":25,"display":{"amount":"$25.00"}}"#, "Cancel ahead.", "{}", "", "USD"),
            (#"{"amount":25,"display":{"amount":"$25.00"}}"#, "", #"{"time_zone":"America/Toronto"}"#, "", "CAD"),
            (#"{"amount":25}"#, "A fee of £25 applies.", "{}", "", "GBP"),
            (#"{"amount":25}"#, "A fee of €25 applies.", #"{"time_zone":"EST5EDT"}"#, "", "EUR"),
            (#"{"amount":25}"#, "A fee of $25 applies.", "{}", #","currency":"CAD""#, "CAD"),
            (#"{"amount":25}"#, "A fee of £25 applies.", "{}", #","currency":"USD""#, nil),
        ] as [(String, String, String, String, String?)])
    func whichMoneyItIs(fee: String, policy: String, location: String, venue: String, currency: String?) async throws {
        #expect(try await self.currency(fee, policy, at: location, venue: venue) == currency)
    }

    /// Its date is that of what the words say.
    @Test func aBlankFeesDateCounts() async throws {
        let charges = try await charges(
            #"{"fee":{"amount":null,"date_cut_off":"2026-11-12T00:30:00Z"},"date_refund_cut_off":"2026-11-14T12:30:00Z"}"#,
            policy: #"["Cancel ahead to avoid a $25 per guest fee."]"#)
        #expect(charges.freeUntil == WireTime.instant("2026-11-12T00:30:00Z"))
    }

    /// A fee object without any amount, which a free table has; money that stands elsewhere counts all the same.
    @Test(
        arguments: [
            (#"{"amount":null,"applies":true}"#, "", []), (#"{"amount":null,"display":{"amount":null}}"#, "", []),
            (#"{"date_cut_off":"2026-11-14T00:30:00Z"}"#, "", []), ("{}", "", []),
            (#"{"amount":null,"display":{"amount":""}}"#, "", []),
            (#"{"amount":null}"#, "No-shows are charged $30 per guest.", [.unknown]),
            (#"{"amount":null,"display":{"amount":"$30.00"}}"#, "", [.cancellation]),
            (#"{"amount":null,"tax":3}"#, "", [.cancellation]), (#"{"amount":"a lot"}"#, "", [.cancellation]),
            (#"{"amount":"1,0,0"}"#, "", [.cancellation]), (#"{"amount":null,"service_fee":9}"#, "", [.cancellation]),
        ] as [(String, String, [Charge.Kind])])
    func aFeeWithoutAnAmountIsNone(fee: String, policy: String, kinds: [Charge.Kind]) async throws {
        let charges = try await charges(#"{"allowed":true,"fee":\#(fee)}"#, policy: "[\"\(policy)\"]")
        #expect(charges.map(\.kind) == kinds)
    }

    @Test(arguments: [
        ("null", #"["Late cancellations are charged $50 per guest."]"#, "charged $50 per guest"),
        (#"{"fee":null}"#, #"{"text":"A cancellation fee applies."}"#, "A cancellation fee applies"),
        (#"{"fee":null}"#, #""Prepayment is non-refundable""#, "non-refundable"),
        (#"{"fee":{"amount":25}}"#, #"["Late cancellations are charged $50 per guest."]"#, "charged $50 per guest"),
    ])
    func wordsOfMoneyAreAFee(cancellation: String, policy: String, words: String) async throws {
        let charges = try await charges(cancellation, policy: policy)
        #expect(charges.stake(party: 2) == .unknown)
        #expect(charges.text.contains(words))
    }

    @Test(arguments: ["null", #"{"fee":null}"#, #"{"fee":0}"#, #"{"fee":{"amount":0}}"#])
    func politenessIsNoFee(cancellation: String) async throws {
        #expect(try await fee(cancellation, policy: #"["Please cancel at least 24 hours ahead."]"#) == nil)
    }

    @Test(arguments: [
        #"{"fee":25}"#, #"{"fee":"25"}"#, #"{"fee":{"amount":null,"display":{"amount":"$25.00"}}}"#,
        #"{"fee":{"amount":20,"tax":5}}"#,
    ])
    func aFeeIsReadInWhateverShape(cancellation: String) async throws {
        #expect(try await fee(cancellation)?.amount == 25)
    }

    /// Of what cannot be read nobody knows that it costs nothing.
    @Test(arguments: [#""late fee""#, "[]", #"[{"fee":null}]"#, "5", "true"])
    func anotherShapeIsNotFree(cancellation: String) async throws {
        let fee = try #require(try await fee(cancellation))
        #expect(fee.kind == .unknown && fee.amount == nil && !fee.saysSomething)
    }

    @Test(arguments: ["{}", #"{"allowed":true}"#]) func whatIsLeftOutIsNoFee(cancellation: String) async throws {
        #expect(try await fee(cancellation) == nil)
    }

    @Test(arguments: [("without-day", "$.reservations[0].day"), ("missing-list", "$.reservations")])
    func whatHasChangedIsNamed(fixture: String, path: String) async throws {
        #expect(await apiFailure { try await list(fixture) } == .schema(path: path))
    }

    private static func row(_ id: Int) -> String {
        #"{"reservation_id":\#(id),"day":"2026-11-14","time_slot":"19:30:00","num_seats":2,"venue":{"id":1}}"#
    }

    /// Fewer than were asked for are not the last where no total says so.
    @Test func withoutATotalAPageWithoutNewsIsTheLast() async throws {
        func page(_ ids: [Int]) -> CannedClient.Answer {
            .text(200, #"{"reservations":[\#(ids.map(Self.row).joined(separator: ","))]}"#)
        }
        let desk = Desk(CannedClient(page([1, 2]), page([3]), page([]), page([])))
        #expect(try await desk.resy.reservations().rows.map(\.reservation.id) == [1, 2, 3])
    }

    /// One row that cannot be read hides no other, and the list is not whole.
    @Test func anOddRowIsSkipped() async throws {
        let desk = Desk(
            CannedClient(
                .text(200, #"{"reservations":[{"reservation_id":"?"},\#(Self.row(7))],"metadata":{"total":2}}"#)))
        let list = try await desk.resy.reservations()
        #expect(list.rows.map(\.reservation.id) == [7])
        #expect(!list.isWhole)
    }

    @Test(arguments: [#"{"reservations":null}"#, #"{"reservations":null,"metadata":{"total":0}}"#])
    func nullIsAnEmptyList(text: String) async throws {
        let desk = Desk(CannedClient(.text(200, text), .text(200, text), .text(200, text)))
        let list = try await desk.resy.reservations()
        #expect(list.rows.isEmpty && list.isWhole)
    }

    /// A server that gives less at a time than it was asked for is asked on, up to its own total.
    @Test func theTotalDecidesWhichPageIsTheLast() async throws {
        func page(_ ids: ClosedRange<Int>) -> CannedClient.Answer {
            let rows = ids.map {
                #"{"reservation_id":\#($0),"day":"2026-11-14","time_slot":"19:30:00","num_seats":2,"venue":{"id":1}}"#
            }
            return .text(200, #"{"reservations":[\#(rows.joined(separator: ","))],"metadata":{"total":25}}"#)
        }
        let desk = Desk(CannedClient(page(1...20), page(21...25)))
        #expect(try await desk.resy.reservations().rows.count == 25)
        #expect(desk.client.requests.map { $0.url.contains("offset=2") } == [false, true])
    }

    @Test(arguments: [
        ("default-among-cards", "American Express ending in 2222"), ("only-a-default", "Card ending in 4242"),
        ("no-cards", nil),
    ])
    func theUsualCardIsFound(fixture: String, spoken: String?) async throws {
        let desk = try Desk("user", fixture)
        #expect(PaymentCard.usual(of: try await desk.resy.user().cards)?.spoken == spoken)
    }

    @Test(arguments: ["plain", "nested-token"]) func aSignInGivesAToken(fixture: String) async throws {
        let desk = try Desk("signin", fixture)
        let signedIn = try await desk.resy(Access(apiKey: "key")).authenticate(
            email: "e@x.com", password: Secret("p"))
        #expect(signedIn.token == Secret("synthetic.access.token"))
    }
}
