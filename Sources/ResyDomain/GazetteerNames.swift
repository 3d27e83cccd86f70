/// The lists behind `Gazetteer`, folded: "st" for Saint, "ft" for Fort, "mt" for Mount.
enum GazetteerNames {
    static let cities = """
        new york, los angeles, chicago, houston, phoenix, philadelphia, san antonio, san diego, dallas, san jose, austin,
        jacksonville, ft worth, columbus, charlotte, indianapolis, san francisco, seattle, denver, washington, boston,
        el paso, nashville, detroit, oklahoma city, portland, las vegas, memphis, louisville, baltimore, milwaukee,
        albuquerque, tucson, fresno, sacramento, kansas city, mesa, atlanta, omaha, colorado springs, raleigh, durham,
        long beach, virginia beach, miami, oakland, minneapolis, tulsa, bakersfield, tampa, wichita, arlington, aurora,
        new orleans, cleveland, anaheim, honolulu, henderson, stockton, riverside, lexington, corpus christi, orlando,
        irvine, cincinnati, santa ana, newark, st paul, pittsburgh, greensboro, st louis, lincoln, plano, anchorage,
        jersey city, chandler, chula vista, buffalo, gilbert, madison, reno, toledo, ft wayne, lubbock, st petersburg,
        laredo, irving, chesapeake, glendale, winston salem, scottsdale, garland, boise, norfolk, richmond, spokane,
        san bernardino, tacoma, fremont, fayetteville, yonkers, montgomery, shreveport, des moines, akron,
        little rock, huntington beach, grand rapids, mobile, salt lake city, tallahassee, knoxville, worcester,
        newport news, chattanooga, providence, sioux falls, ft lauderdale, santa rosa, tempe, eugene, springfield, salem,
        charleston, savannah, birmingham, rochester, syracuse, albany, hartford, new haven, stamford, greenwich,
        westport, hoboken, princeton, cambridge, somerville, portsmouth, burlington, asheville, wilmington,
        annapolis, bethesda, alexandria, hamptons, east hampton, southampton, montauk, sag harbor, bridgehampton,
        amagansett, hudson, beacon, kingston, rhinebeck, saratoga springs, ithaca, white plains, scarsdale, rye,
        new rochelle, poughkeepsie, tarrytown, nyack, great neck, long island, hempstead, huntington, montclair, red bank,
        asbury park, atlantic city, cape may, trenton, morristown, summit, newport, nantucket, marthas vineyard,
        provincetown, cape cod, aspen, vail, boulder, ft collins, breckenridge, telluride, jackson, jackson hole,
        park city, sun valley, big sky, bozeman, missoula, taos, santa fe, sedona, flagstaff, palm springs, santa barbara,
        santa cruz, monterey, carmel, big sur, napa, sonoma, healdsburg, yountville, st helena, calistoga, berkeley,
        palo alto, mountain view, menlo park, san mateo, sausalito, mill valley, walnut creek, san rafael, burlingame,
        half moon bay, san luis obispo, paso robles, ojai, ventura, malibu, newport beach, laguna beach, costa mesa,
        carlsbad, encinitas, bellevue, kirkland, bend, hood river, maui, kauai, waikiki, lahaina, west palm beach,
        palm beach, boca raton, delray beach, naples, sarasota, key west, clearwater, jupiter, gainesville, pensacola,
        destin, ann arbor, traverse city, dayton, bloomington, evanston, oak park, naperville, schaumburg, iowa city,
        cedar rapids, fargo, rapid city, billings, cheyenne, lawrence, bentonville, oxford, baton rouge, lafayette,
        biloxi, gulfport, hattiesburg, huntsville, athens, decatur, roswell, greenville, columbia, hilton head,
        myrtle beach, chapel hill, cary, charlottesville, williamsburg va, harrisburg, lancaster, bethlehem, allentown,
        scranton, erie, state college, wilkes barre, morgantown, portland me, bar harbor, kennebunkport, stowe,
        montpelier, manchester, concord, lake placid, lake tahoe, tahoe, truckee, marfa, fredericksburg, galveston,
        waco, mckinney, frisco tx, san juan, toronto, montreal, vancouver, calgary, ottawa, edmonton, quebec city,
        winnipeg, halifax, victoria, whistler, banff, mexico city, guadalajara, monterrey, oaxaca, tulum, cancun, los cabos,
        cabo san lucas, cabo, san jose del cabo, puerto vallarta, playa del carmen, san miguel de allende, merida,
        sayulita, punta mita, havana, kingston jm, nassau, bogota, medellin, cartagena, lima, cusco, quito, santiago,
        buenos aires, mendoza, montevideo, sao paulo, rio de janeiro, rio, london, manchester uk, edinburgh, glasgow,
        liverpool, bristol, bath, brighton, leeds, york, cardiff, belfast, dublin, cork, galway, paris, lyon,
        marseille, bordeaux, cannes, st tropez, monaco, brussels, antwerp, ghent, bruges, amsterdam, rotterdam, the hague,
        utrecht, berlin, hamburg, munich, cologne, frankfurt, dusseldorf, stuttgart, leipzig, vienna, salzburg, zurich,
        geneva, basel, lausanne, milan, rome, florence, venice, naples it, turin, bologna, palermo, verona, siena,
        amalfi, positano, sorrento, capri, madrid, barcelona, valencia, seville, bilbao, san sebastian, granada, malaga,
        marbella, ibiza, mallorca, palma, lisbon, porto, cascais, athens gr, mykonos, santorini, istanbul, bodrum,
        copenhagen, stockholm, gothenburg, oslo, bergen, helsinki, reykjavik, tallinn, riga, vilnius, warsaw, krakow,
        prague, budapest, bucharest, sofia, belgrade, zagreb, dubrovnik, split, ljubljana, kyiv, moscow, tel aviv,
        jerusalem, beirut, amman, cairo, marrakech, casablanca, dubai, abu dhabi, doha, riyadh, kuwait city, mumbai,
        delhi, new delhi, bangalore, bengaluru, goa, kolkata, chennai, hyderabad, bangkok, phuket, chiang mai, singapore,
        kuala lumpur, jakarta, bali, ubud, manila, hanoi, ho chi minh city, saigon, hong kong, macau, shanghai, beijing,
        shenzhen, guangzhou, taipei, seoul, busan, tokyo, kyoto, osaka, nagoya, fukuoka, sapporo, yokohama, nara, sydney,
        melbourne, brisbane, perth, adelaide, byron bay, canberra, hobart, gold coast au, auckland, wellington,
        queenstown, christchurch, cape town, johannesburg, nairobi, lagos, accra
        """

    static let parts = """
        manhattan: west village, east village, greenwich village, village, soho, noho, nolita, tribeca, financial, chelsea
        manhattan: flatiron, gramercy, gramercy park, union square, kips bay, murray hill, midtown, midtown east
        manhattan: midtown west, midtown south, hells kitchen, times square, theater, theatre, garment, koreatown, nomad
        manhattan: turtle bay, sutton place, upper east side, upper west side, lenox hill, yorkville, carnegie hill, harlem
        manhattan: east harlem, spanish harlem, central harlem, west harlem, hamilton heights, morningside heights, inwood
        manhattan: washington heights, lower east side, chinatown, little italy, bowery, two bridges, seaport, dimes square
        manhattan: south street seaport, battery park city, battery park, meatpacking, hudson yards, hudson square
        manhattan: lincoln square, columbus circle, alphabet city, stuyvesant town, east side, west side, roosevelt island
        manhattan: bryant park, herald square, rockefeller center, grand central, world trade center, diamond, astor place
        manhattan: madison square park, washington square park, washington square, park avenue south
        brooklyn: williamsburg, east williamsburg, greenpoint, bushwick, dumbo, brooklyn heights, cobble hill, boerum hill
        brooklyn: carroll gardens, red hook, gowanus, park slope, south slope, prospect heights, ft greene, clinton hill
        brooklyn: bedford stuyvesant, crown heights, prospect lefferts gardens, ditmas park, flatbush, sunset park
        brooklyn: bay ridge, bensonhurst, brighton beach, sheepshead bay, coney island, greenwood
        brooklyn: windsor terrace, kensington, columbia street waterfront, vinegar hill, navy yard, brooklyn navy yard
        brooklyn: midwood, borough park, canarsie, east new york, prospect park, domino park
        queens: astoria, long island city, sunnyside, woodside, jackson heights, elmhurst, flushing, forest hills, corona
        queens: rego park, ridgewood, bayside, jamaica, rockaway, rockaway beach, rockaways, kew gardens, howard beach
        queens: maspeth, middle village, glendale queens, whitestone, college point, douglaston
        bronx: arthur avenue, belmont, riverdale, mott haven, fordham, city island, south bronx, throgs neck, pelham bay
        bronx: kingsbridge, morris park
        staten island: st george, tottenville, stapleton, snug harbor
        los angeles: santa monica, venice, west hollywood, hollywood, beverly hills, silver lake, silverlake, echo park
        los angeles: los feliz, culver city, arts, koreatown, highland park, studio city
        los angeles: sherman oaks, brentwood, pacific palisades, westwood, century city, fairfax, mid city, melrose
        los angeles: little tokyo, chinatown, eagle rock, pasadena, burbank, glendale, malibu, manhattan beach
        los angeles: hermosa beach, redondo beach, marina del rey, playa vista, west adams, atwater village, boyle heights
        los angeles: larchmont, hancock park, bel air, encino, calabasas, woodland hills, north hollywood, mar vista
        chicago: near north side, north side, south side, magnificent mile
        los angeles: westside, eastside, sawtelle, frogtown, south pasadena, el segundo, inglewood, miracle mile
        los angeles: toluca lake, topanga, westside, san fernando valley, hollywood hills, sunset strip, torrance
        san francisco: mission, mission bay, soma, south of market, north beach, chinatown, hayes valley, castro, noe valley
        san francisco: marina, cow hollow, pacific heights, russian hill, nob hill, financial, embarcadero, fishermans wharf
        san francisco: haight, haight ashbury, lower haight, richmond, inner richmond, outer richmond, sunset, inner sunset
        san francisco: outer sunset, potrero hill, dogpatch, bernal heights, japantown, fillmore, lower pac heights
        san francisco: jackson square, union square, tenderloin, civic center, presidio, nopa, divisadero, polk gulch
        chicago: river north, west loop, loop, south loop, gold coast, old town, lincoln park, lakeview, wrigleyville
        chicago: logan square, wicker park, bucktown, fulton market, fulton river, pilsen, hyde park, andersonville, uptown
        chicago: streeterville, magnificent mile, ukrainian village, west town, humboldt park, avondale, bridgeport
        chicago: chinatown, greektown, little italy, boystown, northalsted, ravenswood, north center, edgewater, rogers park
        chicago: near north side, near west side, north side, south side, irving park, lincoln square, noble square
        miami: miami beach, south beach, wynwood, brickell, design, coconut grove, coral gables, little havana, midtown
        miami: south of fifth, sunset harbour, edgewater, key biscayne, surfside, bal harbour, aventura, doral, allapattah
        miami: little haiti, mimo, upper eastside, north beach, mid beach, sunny isles beach, sunny isles, hialeah
        washington: georgetown, dupont circle, dupont, adams morgan, capitol hill, shaw, logan circle, navy yard, wharf
        washington: union market, penn quarter, foggy bottom, u street, 14th street, h street, columbia heights, petworth
        washington: chinatown, bloomingdale, mt pleasant, mt vernon, ivy city, noma, park view, woodley park, cleveland park
        washington: southwest waterfront, west end, barracks row, eastern market, bethesda, arlington, alexandria
        boston: back bay, south end, north end, beacon hill, seaport, fenway, south boston, southie, charlestown, cambridge
        boston: somerville, brookline, jamaica plain, allston, brighton, fort point, ft point, chinatown, kenmore
        boston: downtown crossing, east boston, roxbury, dorchester, faneuil hall, harvard square, kendall square
        philadelphia: fishtown, rittenhouse, rittenhouse square, old city, center city, northern liberties, society hill
        philadelphia: queen village, east passyunk, south philly, midtown village, university city, fairmount, kensington
        philadelphia: washington square west, chinatown, italian market, bella vista, graduate hospital, point breeze
        austin: south congress, soco, east austin, rainey street, clarksville, zilker, south lamar, hyde park, mueller
        austin: west lake hills, warehouse, bouldin creek, travis heights, east side, barton springs, tarrytown
        dallas: uptown, deep ellum, bishop arts, design, highland park, knox henderson, lower greenville, oak cliff
        dallas: oak lawn, turtle creek, preston hollow, victory park, arts, trinity groves, university park
        houston: montrose, river oaks, midtown, rice village, upper kirby, eado
        houston: west university, washington avenue, east end, west u
        atlanta: buckhead, midtown, inman park, old fourth ward, west midtown, virginia highland, ponce city market
        atlanta: poncey highland, decatur, westside, grant park, east atlanta, cabbagetown, krog street
        nashville: gulch, germantown, east nashville, 12 south, midtown, hillsboro village, music row, soho, the nations
        nashville: sobro, wedgewood houston, green hills
        new orleans: french quarter, garden, marigny, bywater, uptown, warehouse, central business, cbd, treme, mid city
        new orleans: lower garden, faubourg marigny, irish channel, magazine street
        denver: rino, river north, lodo, highlands, highland, lohi, cherry creek, capitol hill, five points, larimer square
        denver: union station, south broadway, baker, wash park, washington park, golden triangle, sloans lake
        seattle: capitol hill, ballard, belltown, fremont, pioneer square, queen anne, pike place, pike place market
        seattle: south lake union, georgetown, columbia city, west seattle, phinney ridge, wallingford
        portland: pearl, alberta arts, southeast portland, northeast portland, northwest, hawthorne, buckman
        portland: old port, east end, west end, nob hill
        san diego: gaslamp, gaslamp quarter, little italy, north park, la jolla, east village, hillcrest, pacific beach
        san diego: coronado, mission hills, ocean beach, del mar, university heights, south park, barrio logan
        las vegas: strip, the strip, summerlin, arts, fremont street, chinatown
        oakland: temescal, rockridge, uptown, jack london square, lake merritt, piedmont avenue
        minneapolis: north loop, northeast, uptown, lyn lake, warehouse, linden hills
        detroit: corktown, midtown, greektown, eastern market, west village
        london: soho, mayfair, notting hill, shoreditch, chelsea, kensington, south kensington, marylebone, covent garden
        london: fitzrovia, camden, islington, hackney, clerkenwell, bloomsbury, city of london, borough, london bridge
        london: south bank, southwark, brixton, peckham, hammersmith, fulham, battersea, clapham, belgravia, knightsbridge
        london: st james, st jamess, westminster, holborn, spitalfields, kings cross, bethnal green, dalston, richmond
        london: stoke newington, hampstead, primrose hill, canary wharf, greenwich, piccadilly, west end, east end, hoxton
        london: bermondsey, paddington, victoria, wapping, highbury
        madrid: malasana, chueca, salamanca, lavapies, la latina, chamberi, retiro, las letras, justicia
        barcelona: eixample, gracia, el born, born, gothic quarter, barri gotic, raval, barceloneta, poblenou, sant antoni
        paris: marais, le marais, st germain, montmartre, pigalle, bastille, belleville, latin quarter, canal st martin
        toronto: yorkville, king west, queen west, ossington, leslieville, distillery, liberty village, kensington market
        sydney: surry hills, bondi, bondi beach, darlinghurst, potts point, newtown, barangaroo, manly, paddington, cbd
        melbourne: fitzroy, carlton, st kilda, south yarra, collingwood, richmond, cbd, prahran
        tokyo: shibuya, shinjuku, ginza, roppongi, ebisu, nakameguro, daikanyama, asakusa, aoyama, omotesando, azabu
        mexico city: roma, roma norte, condesa, polanco, juarez, coyoacan, centro historico, san angel
        east village: alphabet city
        soho: hudson square
        """
}
