extension VenueCast {
    /// One venue of a neighbourhood, some steps from its middle, with a street of its own.
    static func venue(
        _ id: Int, _ name: String, _ cuisines: [String], in place: Neighborhood, price: Int, rating: Double,
        street: String, _ seatings: [Seating], change: (inout Venue) -> Void = { _ in }
    ) -> Venue {
        let slug = String(name.lowercased().map { $0.isLetter ? $0 : "-" }).replacing("---", with: "-")
        return venue(id, name, slug: slug, cuisines[0], in: place.city, place.name, seatings) {
            $0.moreCuisines = Array(cuisines.dropFirst())
            $0.locality = place.locality
            $0.latitude = place.latitude + Double(id * 37 % 21 - 10) / 10_000
            $0.longitude = place.longitude + Double(id * 53 % 21 - 10) / 10_000
            $0.address = "\(id % 90 + 2) \(street)"
            $0.price = price
            $0.rating = rating
            $0.ratingCount = id % 13 * 140 + 90
            change(&$0)
        }
    }

    /// "Somewhere Italian in the West Village, four of us around eight": one of each kind. Some more of it elsewhere.
    static let italian: [Venue] = [
        venue(
            98_101, "Via Cornelia", ["Italian"], in: .westVillage, price: 2, rating: 4.8, street: "Cornelia St",
            [Seating("Dining Room", template: 98_101_01, times: dinner)]),
        venue(
            98_102, "Osteria Mezzaluna", ["Italian"], in: .westVillage, price: 3, rating: 4.5, street: "Bank St",
            [
                Seating("Dining Room", template: 98_102_01, times: quarterHours, terms: .cardHold(25)),
                Seating("Bar", template: 98_102_02, times: dinner, maxParty: 2),
            ]
        ) { $0.closedWeekdays = [1] },
        // Early or late alone.
        venue(
            98_103, "Fiore di Zucca", ["Italian", "Vegetarian"], in: .westVillage, price: 2, rating: 4.7,
            street: "Perry St", [Seating("Garden", template: 98_103_01, times: [1020, 1035, 1050, 1305, 1320])]),
        venue(
            98_104, "Sabbia", ["Italian"], in: .westVillage, price: 4, rating: 4.9, street: "Barrow St",
            [Seating("Dining Room", template: 98_104_01, times: dinner, terms: .cardHold(50))]
        ) { $0.isSoldOut = true },
        venue(
            98_105, "Lupo Bianco", ["Italian"], in: .westVillage, price: 3, rating: 4.6, street: "Grove St",
            [Seating("Dining Room", template: 98_105_01, times: dinner)]
        ) { $0.needsCaptcha = true },
        venue(
            98_106, "Quartino Rosso", ["Italian", "Wine Bar"], in: .westVillage, price: 2, rating: 4.4,
            street: "Jane St", [Seating("Cellar", template: 98_106_01, times: dinner)]
        ) { $0.tockURL = "https://www.exploretock.com/quartino-rosso" },
        venue(
            98_107, "Palazzo Aurelio", ["Italian"], in: .westVillage, price: 4, rating: 4.8, street: "Morton St",
            [Seating("Dining Room", template: 98_107_01, times: dinner).with { $0.isGlobalDining = true }]),
        // Near eight, not at eight, and for a deposit.
        venue(
            98_108, "Pergola Verde", ["Italian"], in: .westVillage, price: 4, rating: 4.6, street: "Charles St",
            [Seating("Terrace", template: 98_108_01, times: [1185, 1215], terms: .deposit(40), maxParty: 8)]
        ) { $0.maxParty = 8 },
        venue(
            98_109, "Nonna Imelda", ["Italian", "Pizza"], in: .westVillage, price: 3, rating: 4.3, street: "Hudson St",
            [
                Seating("Tasting Room", template: 98_109_01, times: [1080, 1200], terms: .prepaid(95)),
                Seating("Pizza Oven", template: 98_109_02, times: quarterHours, maxParty: 2),
            ]),
        venue(
            98_110, "Ditirambo", ["Italian"], in: .williamsburg, price: 2, rating: 4.5, street: "Berry St",
            [Seating("Dining Room", template: 98_110_01, times: dinner)]
        ) {
            $0.busyPercent = 30
            $0.takenPercent = 40
        },
        venue(
            98_111, "Antica Focolare", ["Italian"], in: .upperWestSide, price: 3, rating: 4.2, street: "Columbus Ave",
            [Seating("Dining Room", template: 98_111_01, times: quarterHours, terms: .cardHold(15), maxParty: 10)]
        ) { $0.maxParty = 10 },
        venue(
            98_112, "Scoglio", ["Italian", "Seafood"], in: .nolita, price: 3, rating: 4.7, street: "Elizabeth St",
            [Seating("Raw Bar", template: 98_112_01, times: dinner, terms: .cardHold(20), maxParty: 4)]
        ) { $0.takenPercent = 50 },
        venue(
            98_301, "Sugo Rosa", ["Italian"], in: .riverNorth, price: 3, rating: 4.7, street: "Hubbard St",
            [Seating("Dining Room", template: 98_301_01, times: quarterHours, terms: .cardHold(25))]),
        venue(
            98_302, "Ovest Pastificio", ["Italian"], in: .westLoop, price: 2, rating: 4.5, street: "Fulton Market",
            [
                Seating("Dining Room", template: 98_302_01, times: dinner),
                Seating("Patio", template: 98_302_02, times: dinner),
            ]
        ) { $0.busyPercent = 25 },
        venue(
            98_401, "Solstizio", ["Italian"], in: .silverLake, price: 3, rating: 4.6, street: "Sunset Blvd",
            [Seating("Dining Room", template: 98_401_01, times: dinner)]),
        venue(
            98_402, "Pesca Marina", ["Italian", "Seafood"], in: .venice, price: 3, rating: 4.4,
            street: "Abbot Kinney Blvd",
            [Seating("Patio", template: 98_402_01, times: quarterHours, terms: .deposit(25))]
        ) { $0.takenPercent = 40 },
        venue(
            98_501, "Piccolo Regent", ["Italian"], in: .soho, price: 3, rating: 4.6, street: "Dean St",
            [Seating("Dining Room", template: 98_501_01, times: quarterHours, terms: .cardHold(30))]),
        venue(
            98_502, "Brunello Court", ["Italian"], in: .marylebone, price: 4, rating: 4.7, street: "Thayer St",
            [Seating("Dining Room", template: 98_502_01, times: dinner, terms: .deposit(50))]),
    ]
}
