import Testing

@testable import ResyDomain

@Suite struct StreetAddressTests {
    @Test(arguments: [
        ("225 W 4th St", "225 West Fourth Street"), ("225 W. 4th St.", "225 west 4th street, New York, NY 10014, USA"),
        ("103 Greenwich Ave", "103 Greenwich Avenue, New York"), ("1 5th Ave", "1 Fifth Avenue"),
        ("12 St Marks Pl", "12 Saint Marks Place"), ("12 St. Mark's Place", "12 St Marks Pl"),
        ("567 Union Ave #2", "567 Union Avenue"), ("567 Union Ave Suite 2", "567 Union Ave, Suite 9"),
        ("181 Thompson", "181 Thompson St"), ("1221 6th Ave", "1221 Avenue of the Americas"),
        ("225-227 W 4th St", "227 W 4th St"), ("47-38 Vernon Blvd", "47-38 Vernon Boulevard"),
        ("Calle de Alcalá 12", "Calle de Alcala, 12, Madrid"), ("10A Main St", "10a Main Street"),
        ("99 E 52nd St", "99 East 52 Street"),
    ])
    func isTheSameHouse(left: String, right: String) throws {
        let (left, right) = (try #require(StreetAddress(left)), try #require(StreetAddress(right)))
        let isSame = left.isSame(as: right)
        #expect(isSame == right.isSame(as: left))
        #expect(isSame, "\(left) \(right)")
    }

    @Test(arguments: [
        ("225 W 4th St", "225 E 4th St"), ("225 W 4th St", "227 W 4th St"), ("225 W 4th St", "225 W 14th St"),
        ("103 Greenwich Ave", "103 Greenwich St"), ("47-38 Vernon Blvd", "47 Vernon Blvd"),
        ("10A Main St", "11A Main St"),
        ("181 Thompson St", "181 Thomson St"), ("225-227 W 4th St", "229 W 4th St"),
    ])
    func isAnotherHouse(left: String, right: String) throws {
        let (left, right) = (try #require(StreetAddress(left)), try #require(StreetAddress(right)))
        #expect(!left.isSame(as: right))
        #expect(!right.isSame(as: left))
    }

    @Test(arguments: ["", " ", "Greenwich Ave", "10014", "New York, NY", ",,,", "#4", "Suite 4", "4th Avenue"])
    func needsANumberAndAStreet(text: String) {
        #expect(StreetAddress(text) == nil)
    }
}
