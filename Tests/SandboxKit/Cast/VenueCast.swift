/// The restaurants of the default world.
package enum VenueCast {
    package static let all: [Venue] = newYork + special + hostile + elsewhere + italian + kitchens + releases

    static let dinner = Seating.every(30, from: 1700, to: 2200)
    static let quarterHours = Seating.every(15, from: 1700, to: 2230)

    /// One venue; places it near the middle of its city, each id elsewhere.
    static func venue(
        _ id: Int, _ name: String, slug: String, _ cuisine: String, in city: City, _ neighborhood: String,
        _ seatings: [Seating], change: (inout Venue) -> Void = { _ in }
    ) -> Venue {
        var venue = Venue(
            id: id, name: name, slug: slug, cuisine: cuisine, city: city, neighborhood: neighborhood,
            address: "\(id % 400 + 1) Example St", postalCode: city == .newYork ? "10012" : "00000",
            latitude: city.latitude + Double(id * 37 % 100 - 50) / 5000,
            longitude: city.longitude + Double(id * 53 % 100 - 50) / 5000,
            phone: "+1212555" + String(1000 + id % 9000), googleID: "ChIJ_sandbox_\(id)", seatings: seatings,
            needToKnow: "Reservations open 28 days ahead at midnight.")
        change(&venue)
        return venue
    }

    private static let newYork: [Venue] = [
        venue(
            6194, "Carbone", slug: "carbone", "Italian", in: .newYork, "Greenwich Village",
            [
                Seating("Dining Room", template: 619401, times: dinner, terms: .cardHold(50)),
                Seating("Bar", template: 619402, times: dinner, terms: .free, maxParty: 2),
            ]
        ) {
            $0.leadDays = 30
            $0.releaseMinutes = 600
            $0.needToKnow = "Reservations open 30 days ahead at 10 AM."
            $0.rating = 4.71
            $0.price = 4
        },
        venue(
            1505, "Don Angie", slug: "don-angie", "Italian", in: .newYork, "West Village",
            [
                Seating("Dining Room", template: 150501, times: quarterHours, terms: .cardHold(25)),
                Seating("Counter", template: 150502, times: dinner, terms: .free, maxParty: 2),
                Seating("Outdoor Patio ", template: 150503, times: dinner, label: "Outdoor", terms: .cardHold(10)),
            ]),
        venue(
            99001, "Example Trattoria", slug: "example-trattoria", "Italian", in: .newYork, "West Village",
            [Seating("Dining Room", template: 2_750_001, times: quarterHours, tables: 3, maxParty: 8)]
        ) { $0.maxParty = 8 },
        venue(
            99002, "Card & Hold", slug: "card-and-hold", "American", in: .newYork, "SoHo",
            [Seating("Dining Room", template: 99_002_01, times: dinner, terms: .cardHold(25))]),
        venue(
            99003, "Deposit House", slug: "deposit-house", "Steakhouse", in: .newYork, "Midtown",
            [Seating("Dining Room", template: 99_003_01, times: dinner, terms: .deposit(20))]),
        venue(
            99004, "Prepaid Omakase", slug: "prepaid-omakase", "Sushi", in: .newYork, "East Village",
            [
                Seating(
                    "Sushi Counter", template: 99_004_01, times: [1050, 1170, 1290], terms: .prepaid(185), maxParty: 4)
            ]),
        venue(
            99005, "Café Boulud", slug: "cafe-boulud", "French", in: .newYork, "Upper East Side",
            [Seating("Salle à manger", template: 99_005_01, times: dinner, terms: .cardHold(35))]),
        venue(
            99006, "L&#39;Artusi", slug: "lartusi", "Italian", in: .newYork, "West Village",
            [
                Seating("Dining Room", template: 99_006_01, times: quarterHours),
                Seating("Chef's Counter / Bar", template: 99_006_02, times: dinner, maxParty: 2),
            ]),
        venue(
            99007, "Joe's", slug: "joes", "Pizza", in: .newYork, "Greenwich Village",
            [Seating("Table", template: 99_007_01, times: dinner)]),
        venue(
            99008, "Joe's Shanghai", slug: "joes-shanghai", "Chinese", in: .newYork, "Chinatown",
            [Seating("Table", template: 99_008_01, times: dinner)]),
        venue(
            99010, "Blue Ribbon Brasserie", slug: "blue-ribbon-brasserie", "American", in: .newYork, "SoHo",
            [Seating("Dining Room", template: 99_010_01, times: dinner)]),
        venue(
            99012, "Busy Hall", slug: "busy-hall", "American", in: .newYork, "Chelsea",
            [
                Seating("Dining Room", template: 99_012_01, times: quarterHours, tables: 6, maxParty: 12),
                Seating("High Top", template: 99_012_02, times: quarterHours, terms: .cardHold(15)),
                Seating("Bar", template: 99_012_03, times: quarterHours, maxParty: 2),
                Seating("Patio", template: 99_012_04, times: quarterHours, terms: .deposit(5)),
                Seating("Chef's Table", template: 99_012_05, times: quarterHours, terms: .prepaid(95)),
                Seating("Brasserie", template: 99_012_06, times: quarterHours).with { $0.copies = 2 },
            ]
        ) { $0.maxParty = 12 },
    ]
}
