import ResyDomain
import ResyNative
import Testing

@testable import resy_mcp

/// The shapes that several structured results share.
@Suite struct FactsTests {
    static func fee(
        _ kind: Charge.Kind, _ amount: Double?, _ currency: String?, _ basis: Charge.Basis,
        _ about: Charge.About = .kind, isBeforeTax: Bool = false
    ) -> Charge {
        Charge(
            kind, amount.flatMap { Amount($0) }, currency, basis, isBeforeTax: isBeforeTax, about: about, from: .terms)
    }

    static let large = fee(.cancellation, 50, "USD", .party, .largeParty(from: 5))

    @Test(
        arguments: [
            (
                [fee(.cancellation, 50, "USD", .guest)],
                #"{"kind":"cancellation","amount":50,"currency":"USD","per":"guest","total":100}"#
            ),
            (
                [fee(.deposit, 37.5, "GBP", .party)],
                #"{"kind":"deposit","amount":37.5,"currency":"GBP","per":"party","total":37.5}"#
            ),
            (
                [fee(.prepaid, 95, "USD", .guest, isBeforeTax: true)],
                #"{"kind":"prepaid","amount":95,"currency":"USD","per":"guest","plus_tax":true,"total":190}"#
            ),
            (
                [fee(.cancellation, 25, nil, .unknown)],
                #"{"kind":"cancellation","amount":25,"per":"unknown","total":50}"#
            ),
            (
                [fee(.unknown, nil, nil, .unknown)],
                #"{"kind":"unknown","per":"unknown","text":"Resy does not state whether this costs anything"}"#
            ),
            (
                [large],
                #"{"kind":"cancellation","amount":50,"currency":"USD","per":"party","total":50}"#
            ),
            // Nothing at stake is hidden behind the main one.
            (
                [fee(.cancellation, 50, "USD", .guest), fee(.deposit, 20, "USD", .party)],
                #"{"kind":"deposit","amount":20,"currency":"USD","per":"party","total":120,"text":"$50 late fee per guest"}"#
            ),
            ([], "null"),
        ] as [([Charge], String)])
    func aFeeOfOneTable(charges: [Charge], expected: String) {
        let fee = Facts.fee(Charges(charges), party: 2, zone: Samples.zone)
        #expect(fee.compact == expected)
        #expect(SchemaCheck.faults(fee, Schema.fee) == [])
    }

    @Test func aCutOffIsOnTheRestaurantsClock() throws {
        #expect(
            Facts.fee([Samples.feeWithCutOff], party: 2, zone: Samples.zone).at("cut_off")
                == "2026-02-13T19:00:00-05:00")
        #expect(Facts.fee([Samples.feeWithCutOff], party: 2, zone: nil).member("cut_off") == nil)
    }

    /// Two groups never have the same seating, fee, date and obstacle.
    @Test func tablesStandInGroups() throws {
        var shut = Samples.slot(Samples.time(20))
        shut.obstacle = .onTock
        var noToken = Samples.slot(Samples.time(21))
        noToken.token = nil
        let late = Samples.slot(Samples.time(0, 30), on: Samples.day.adding(days: 1))
        let slots = [
            Samples.slot(Samples.time(19, 30)), Samples.slot(Samples.time(19)), shut, noToken, late,
            Samples.slot(Samples.time(19), fee: Samples.feeWithCutOff),
        ]
        let tables = Facts.tables(slots, evening: Samples.day, zone: Samples.zone, in: .model)
        #expect(SchemaCheck.faults(tables, Schema.tables) == [])
        #expect(
            tables.compact == """
                [{"seating":"Dining Room","times":["19:00","19:30"],"fee":null},\
                {"seating":"Dining Room","times":["19:00"],"fee":{"kind":"cancellation","amount":50,"currency":"USD",\
                "per":"guest","free_hours":24}},\
                {"seating":"Dining Room","times":["00:30"],"fee":null,"date":"2026-02-15"},\
                {"seating":"Dining Room","times":["20:00"],"fee":null,"blocked":"books on Tock"},\
                {"seating":"Dining Room","times":["21:00"],"fee":null,"blocked":"Resy gave no way to book it"}]
                """)
    }

    @Test func whereItIsIsShownWhereItIsKnown() {
        var venue = Samples.venue
        (venue.street, venue.phone) = ("181 Thompson St", "+1 212 555 0100")
        let shown = Facts.venue(venue, url: nil, showsWhere: true)
        #expect(shown.at("address") == "181 Thompson St" && shown.at("phone") == "+1 212 555 0100")
        #expect(Facts.venue(venue, url: nil).member("address") == nil)
        venue.city = nil
        #expect(Facts.venue(venue, url: nil).member("city") == nil)
    }
}
