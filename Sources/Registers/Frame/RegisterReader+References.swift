import Wording

extension RegisterReader {
    /// What can be checked only when every file has been read.
    mutating func checkReferences(in frame: Frame) {
        checkMunicipalities(in: frame)
        checkCouncils(in: frame)
        checkAgencies(in: frame)
        for type in [OrganisationTypeID.municipality, .countyCouncil, .countyBoard, .unknown]
        where frame.organisationType(type) == nil && !frame.organisationTypes.isEmpty {
            add(
                "organisation_types.csv", type.rawValue, "The organisation type \(type) is missing.",
                advice: "The import rules need it.")
        }
    }

    private mutating func checkMunicipalities(in frame: Frame) {
        guard !frame.counties.isEmpty, !frame.municipalities.isEmpty else { return }
        var counts: [CountyCode: Int] = [:]
        for municipality in frame.municipalities {
            counts[municipality.county, default: 0] += 1
            if frame.county(municipality.county) == nil {
                add(
                    "municipalities.csv", municipality.code.rawValue,
                    "The county \(municipality.county) is not in counties.csv.", advice: "Correct the code.")
            }
        }
        for county in frame.counties where counts[county.code, default: 0] != county.municipalityCount {
            add(
                "counties.csv", county.code.rawValue,
                "\(county.name.swedish) has \(counts[county.code, default: 0]) municipalities in municipalities.csv, "
                    + "and \(county.municipalityCount) here.",
                advice: "One of the two is wrong.")
        }
    }

    private mutating func checkCouncils(in frame: Frame) {
        for council in frame.countyCouncils {
            if frame.county(council.county) == nil {
                add(
                    "county_councils.csv", council.id.rawValue,
                    "The county \(council.county) is not in counties.csv.", advice: "Correct the code.")
            }
            if let code = council.municipality, frame.municipality(code) == nil {
                add(
                    "county_councils.csv", council.id.rawValue,
                    "The municipality \(code) is not in municipalities.csv.", advice: "Correct the code.")
            }
            if (council.municipality == nil) != council.countsAmongTwenty {
                add(
                    "county_councils.csv", council.id.rawValue,
                    "\(council.name) must either count among the 20 or be a municipality.",
                    advice: "Only Gotland has a municipality_code here, and counts as 0.")
            }
        }
    }

    private mutating func checkAgencies(in frame: Frame) {
        var boards: [CountyCode: AgencyID] = [:]
        for agency in frame.agencies {
            let key = agency.id.rawValue
            if frame.organisationType(agency.type) == nil {
                add(
                    "agencies.csv", key, "The organisation type \(agency.type) is not in organisation_types.csv.",
                    advice: "Correct the type.")
            }
            if (agency.type == .countyBoard) != (agency.county != nil) {
                add(
                    "agencies.csv", key, "A county administrative board has a county_code, and no other agency has.",
                    advice: "Correct the type or the county.")
            }
            guard let county = agency.county else { continue }
            if frame.county(county) == nil {
                add("agencies.csv", key, "The county \(county) is not in counties.csv.", advice: "Correct the code.")
            }
            if let other = boards.updateValue(agency.id, forKey: county) {
                add("agencies.csv", key, "The county \(county) has the board \(other) too.", advice: "Keep one.")
            }
        }
        for county in frame.counties where boards[county.code] == nil && !frame.agencies.isEmpty {
            add(
                "counties.csv", county.code.rawValue,
                "\(county.name.swedish) has no county administrative board in agencies.csv.", advice: "Add it there.")
        }
    }
}
