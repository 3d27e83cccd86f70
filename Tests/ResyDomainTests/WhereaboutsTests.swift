import Testing

@testable import ResyDomain

@Suite struct WhereaboutsTests {
    /// Distances by the haversine formula on a sphere of 6,371 km.
    @Test(arguments: [
        (40.7377, -74.0021, 40.7378, -74.0022, 13.96), (40.7377, -74.0021, 40.7467, -74.0021, 1000.75),
        (40.7377, -74.0021, 40.7377, -73.9902, 1002.6), (51.5074, -0.1278, 51.5155, -0.0922, 2623.7),
        (-33.8688, 151.2093, -33.8915, 151.2767, 6713.6), (64.1466, -21.9426, 64.1355, -21.8954, 2599.6),
        (-16.5, 179.999, -16.5, -179.999, 213.2),
    ])
    func metresAcrossACity(a: Double, b: Double, c: Double, d: Double, metres: Double) throws {
        let found = try #require(Whereabouts.metres(from: (a, b), to: (c, d)))
        #expect(abs(found - metres) < metres * 0.01, "\(found)")
    }

    @Test(arguments: [(91.0, 0.0), (0, 181), (.nan, 1), (1, .infinity), (0, 0)])
    func isNilWhereThereIsNoPoint(latitude: Double, longitude: Double) {
        #expect(Whereabouts.metres(from: (latitude, longitude), to: (40, -74)) == nil)
        #expect(Whereabouts.metres(from: (40, -74), to: (latitude, longitude)) == nil)
    }

    @Test(
        arguments: [
            ("+12125550111", "(212) 555-0111", true), ("2125550111", "212.555.0111 ext. 4", true),
            ("+34 911 23 45 67", "911 23 45 67", true), ("020 7946 0000", "+44 20 7946 0000", true),
            ("+12125550111", "+12125550112", false), ("5550111", "+12125550111", nil), ("5550111", "5550112", false),
            ("", "+12125550111", nil),
            ("555", "555", nil), ("call us", "+12125550111", nil),
        ] as [(String, String, Bool?)])
    func phonesAreComparedByTheirDigits(left: String, right: String, isSame: Bool?) {
        #expect(Whereabouts.isSamePhone(left, right) == isSame)
        #expect(Whereabouts.isSamePhone(right, left) == isSame)
    }
}
