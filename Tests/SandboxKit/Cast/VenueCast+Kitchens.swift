extension VenueCast {
    /// Sushi, French, Mexican and steak, in several neighbourhoods and cities.
    static let kitchens: [Venue] = [
        venue(
            98_201, "Kawakami", ["Japanese", "Sushi"], in: .eastVillage, price: 4, rating: 4.8, street: "E 9th St",
            [
                Seating(
                    "Hinoki Counter", template: 98_201_01, times: [1050, 1170, 1290], terms: .prepaid(145), maxParty: 4)
            ]
        ),
        venue(
            98_202, "Uminari", ["Sushi"], in: .tribeca, price: 3, rating: 4.6, street: "Greenwich St",
            [
                Seating("Sushi Bar", template: 98_202_01, times: dinner, terms: .cardHold(50), maxParty: 2),
                Seating("Dining Room", template: 98_202_02, times: quarterHours, terms: .cardHold(25)),
            ]
        ) { $0.takenPercent = 45 },
        venue(
            98_203, "Hoshizora", ["Japanese"], in: .midtownEast, price: 3, rating: 4.3, street: "E 50th St",
            [Seating("Tatami", template: 98_203_01, times: dinner, maxParty: 8)]
        ) { $0.maxParty = 8 },
        venue(
            98_204, "Chez Mirabelle", ["French"], in: .westVillage, price: 3, rating: 4.6, street: "Waverly Pl",
            [Seating("Salon", template: 98_204_01, times: quarterHours, terms: .cardHold(20))]),
        venue(
            98_205, "Ruisseau", ["French", "Wine Bar"], in: .upperWestSide, price: 2, rating: 4.4,
            street: "Amsterdam Ave", [Seating("Dining Room", template: 98_205_01, times: dinner)]
        ) { $0.closedWeekdays = [0, 1] },
        venue(
            98_206, "Cocina Xochitl", ["Mexican"], in: .greenpoint, price: 2, rating: 4.7, street: "Franklin St",
            [
                Seating("Dining Room", template: 98_206_01, times: dinner),
                Seating("Patio", template: 98_206_02, times: dinner),
            ]
        ) { $0.busyPercent = 20 },
        venue(
            98_207, "Agaveria", ["Mexican"], in: .lowerEastSide, price: 2, rating: 4.2, street: "Orchard St",
            [Seating("Mezcal Room", template: 98_207_01, times: quarterHours, terms: .cardHold(10))]),
        venue(
            98_208, "Ironwood Chophouse", ["Steakhouse"], in: .midtown, price: 4, rating: 4.5, street: "W 44th St",
            [Seating("Main Floor", template: 98_208_01, times: quarterHours, terms: .cardHold(50), maxParty: 10)]
        ) { $0.maxParty = 10 },
        venue(
            98_209, "Haverstock Prime", ["Steakhouse", "American"], in: .financialDistrict, price: 4, rating: 4.1,
            street: "Pearl St", [Seating("Vault", template: 98_209_01, times: dinner, terms: .taxedHold(35))]
        ) { $0.takenPercent = 35 },
        venue(
            98_303, "Kinzie Rare", ["Steakhouse"], in: .riverNorth, price: 4, rating: 4.6, street: "Kinzie St",
            [Seating("Dining Room", template: 98_303_01, times: quarterHours, terms: .cardHold(40))]),
        venue(
            98_304, "Mizuho", ["Japanese", "Sushi"], in: .loganSquare, price: 3, rating: 4.7, street: "Milwaukee Ave",
            [Seating("Sushi Bar", template: 98_304_01, times: dinner, terms: .prepaid(110), maxParty: 4)]),
        venue(
            98_305, "Étoile du Parc", ["French"], in: .lincolnPark, price: 3, rating: 4.5, street: "Clark St",
            [Seating("Dining Room", template: 98_305_01, times: dinner)]
        ) { $0.slug = "etoile-du-parc" },
        venue(
            98_306, "Brasero Maxwell", ["Mexican"], in: .pilsen, price: 1, rating: 4.6, street: "W 18th St",
            [Seating("Dining Room", template: 98_306_01, times: dinner)]),
        venue(
            98_403, "Takumi Row", ["Sushi"], in: .littleTokyo, price: 4, rating: 4.8, street: "E 2nd St",
            [Seating("Omakase", template: 98_403_01, times: [1080, 1230], terms: .prepaid(160), maxParty: 4)]),
        venue(
            98_404, "Milpa Dorada", ["Mexican"], in: .boyleHeights, price: 1, rating: 4.7, street: "E Cesar Chavez Ave",
            [Seating("Patio", template: 98_404_01, times: dinner)]
        ) { $0.busyPercent = 20 },
        venue(
            98_405, "Ember and Rye", ["Steakhouse"], in: .westHollywood, price: 4, rating: 4.3, street: "Melrose Ave",
            [Seating("Dining Room", template: 98_405_01, times: quarterHours, terms: .cardHold(35))]),
        venue(
            98_406, "Maison Calanque", ["French", "Seafood"], in: .santaMonica, price: 3, rating: 4.5,
            street: "Ocean Ave", [Seating("Veranda", template: 98_406_01, times: dinner, terms: .cardHold(30))]),
        venue(
            98_503, "Kintsugi Yard", ["Japanese"], in: .shoreditch, price: 3, rating: 4.5, street: "Redchurch St",
            [Seating("Dining Room", template: 98_503_01, times: quarterHours)]
        ) { $0.takenPercent = 30 },
        venue(
            98_504, "Canard Bleu", ["French"], in: .coventGarden, price: 3, rating: 4.4, street: "Maiden Ln",
            [Seating("Dining Room", template: 98_504_01, times: dinner, terms: .cardHold(25))]),
        venue(
            98_505, "Hackney Ox", ["Steakhouse", "British"], in: .hackney, price: 3, rating: 4.6, street: "Mare St",
            [Seating("Railway Arch", template: 98_505_01, times: dinner)]),
    ]

    /// Ways to say when days open, and places that say nothing or contradict themselves.
    static let releases: [Venue] = [
        venue(
            98_001, "Semma", ["Indian"], in: .greenwichVillage, price: 3, rating: 4.8, street: "Greenwich Ave",
            [
                Seating("Dining Room", template: 98_001_01, times: quarterHours, terms: .cardHold(25)),
                Seating("Bar", template: 98_001_02, times: dinner, maxParty: 2),
            ]
        ) {
            $0.leadDays = 15
            $0.releaseMinutes = 540
            $0.configLeadDays = 14
            $0.busyPercent = 45
            $0.takenPercent = 50
            $0.closedWeekdays = [1]
            $0.needToKnow =
                "Reservations open 15 days ahead at 9 AM. We hold your table for 15 minutes. Cancel 24 hours ahead."
        },
        venue(
            98_002, "Silent Orchard", ["Thai"], in: .eastVillage, price: 2, rating: 4.3, street: "St Marks Pl",
            [Seating("Dining Room", template: 98_002_01, times: dinner)]
        ) {
            $0.leadDays = 20
            $0.saysLeadDays = false
            $0.needToKnow = "We seat complete parties only and hold a table for 15 minutes. Card payments only."
        },
        venue(
            98_003, "Tamarisk", ["Mediterranean"], in: .nolita, price: 3, rating: 4.6, street: "Mott St",
            [Seating("Dining Room", template: 98_003_01, times: dinner, terms: .cardHold(20))]
        ) {
            $0.leadDays = 21
            $0.releaseMinutes = 600
            $0.busyPercent = 35
            $0.needToKnow = "Tables are released 21 days in advance at 10:00 a.m."
        },
        venue(
            98_004, "Halcyon Room", ["Cocktail Bar"], in: .lowerEastSide, price: 3, rating: 4.4, street: "Ludlow St",
            [Seating("Lounge", template: 98_004_01, times: dinner)]
        ) {
            $0.leadDays = 14
            $0.releaseMinutes = 720
            $0.needToKnow = "Our books open two weeks ahead at noon. Walk-ins are welcome at the bar."
        },
        venue(
            98_005, "Vesper Hill", ["New American"], in: .tribeca, price: 4, rating: 4.5, street: "Duane St",
            [Seating("Dining Room", template: 98_005_01, times: quarterHours, terms: .cardHold(30))]
        ) {
            $0.leadDays = 60
            $0.releaseMinutes = 480
            $0.busyPercent = 40
            $0.takenPercent = 30
            $0.closedWeekdays = [0, 1]
            $0.needToKnow = "You may book up to 60 days ahead. The menu changes with the market."
        },
        venue(
            98_006, "Mensis", ["New Nordic"], in: .midtownEast, price: 4, rating: 4.7, street: "E 45th St",
            [Seating("Long Hall", template: 98_006_01, times: dinner, terms: .deposit(60))]
        ) {
            $0.opensByMonth = true
            $0.releaseMinutes = 600
            $0.needToKnow = "Reservations for the following month are released on the first of each month at 10 AM."
        },
    ]
}
