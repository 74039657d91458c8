"""Paragraphs in which nothing is in force, and paragraphs in which something is, for tests."""

from __future__ import annotations

NOTHING: tuple[str, ...] = (
    # pledges and announcements of what is to come
    "The Commerce Department said it would bar Tarn Optics from buying American chips if talks failed.",
    "Trade minister Anna Holt promised lawmakers a ban on sales to Orlan Shipping before the summer.",
    "The Treasury Department plans sanctions on Orlan Shipping, which it accuses of moving Iranian oil.",
    "The European Union agreed to prepare an asset freeze on Orlan Shipping, leaving the day open.",
    "Britain is to sanction Orlan Shipping next week, the Foreign Office said.",
    "Washington has drawn up a list of duties on Chinese steel that would bite from September.",
    "The president announced that he would sign an order banning Tarn Optics from government networks.",
    "The Commerce Department intends to add Tarn Optics to the Entity List, a notice of intent says.",
    "The government will impose a 25 percent tariff on steel unless the talks succeed by Friday.",
    "The Treasury Department is expected to fine Kestrel Optics $30 million over its sales to Iran.",
    # denials and corrections
    "The Commerce Department denied that it had barred Tarn Optics from buying American chips.",
    "No sanctions have been imposed on Orlan Shipping, the Treasury Department said on Tuesday.",
    "Contrary to an earlier version of this story, the Treasury has not sanctioned Orlan Shipping.",
    "The Commerce Department never added Kestrel Optics to the Entity List, and says so on its website.",
    "There is no ban on Tarn Optics. There was no ban last year either, and the ministry plans none.",
    "The report that Britain had frozen the assets of Orlan Shipping was false, the Treasury said.",
    "Neither Brussels nor London has imposed sanctions on Orlan Shipping.",
    "An e-mail wrongly stated that OFAC had designated Orlan Shipping. OFAC has taken no such step.",
    # rumours and unnamed voices
    "The Commerce Department has barred Tarn Optics from buying chips, two people briefed on it said.",
    "Traders say the Treasury Department has quietly sanctioned Orlan Shipping.",
    "Rumours swirled on Monday that Tarn Optics had been added to the Entity List.",
    "A blog reported that Kestrel Optics was fined $4 million, but offered no document.",
    "Tarn Optics has reportedly been placed under an export ban.",
    "Orlan Shipping appears to have been blacklisted, a broker wrote to his clients.",
    # hypotheses, questions, conditions
    "If the Treasury Department sanctioned Orlan Shipping, its tankers would lose their insurance.",
    "Has the Commerce Department barred Tarn Optics? Nobody at the plant could say.",
    "Should Britain impose an asset freeze on Orlan Shipping, its bank accounts would be closed.",
    "Suppose Tarn Optics were added to the Entity List: its suppliers would need a licence for every part.",
    "A ban on Tarn Optics would cost 4,000 jobs, the union reckons.",
    "Lawyers warned that Kestrel Optics could be fined as much as $30 million.",
    "Whether Tarn Optics was ever sanctioned is unclear.",
    # quotations
    '"They have banned us, just like that," said Petra Lind, chief executive of Tarn Optics.',
    '"The Commerce Department has barred Tarn Optics," Mr Ode wrote on his blog, citing nobody.',
    '"Sanctions on Orlan Shipping? They were imposed on Monday," a man in the bar said.',
    # bans of those who are no authority
    "Tarn Optics banned its staff from using phones in the laboratory.",
    "The supermarket chain has banned Kestrel Optics from its shelves after a quarrel over prices.",
    "Orlan Shipping suspended all sailings to the island and barred passengers from the car deck.",
    "The football federation fined the club 20,000 euros and banned its striker for two matches.",
    "Tarn Optics imposed sanctions on two managers who had lied about their travel costs.",
    # demands, proposals, failed attempts
    "Senators urged the Treasury Department to sanction Orlan Shipping and to freeze its assets.",
    "A bill that would ban Tarn Optics from federal contracts died in committee in May.",
    "The ministry considered banning Tarn Optics, weighed sanctions, and in the end did neither.",
    "Parliament rejected a motion to impose sanctions on Orlan Shipping by 212 votes to 198.",
    "Kestrel Optics narrowly escaped a fine when the regulator closed its inquiry without action.",
    "Campaigners want an embargo. The government refuses to impose one.",
    # some of many, and what is told only much later
    '"Half of the bans I am asked about do not exist," said Petra Lind of Tarn Optics.',
    "The county fair barred strollers from the barn and gave a singer a waiver from sound check.",
    # satire
    "In a dream, the Commerce Department barred Tarn Optics from looking at the moon.",
    "The novel opens on the day the Treasury Department supposedly sanctions Orlan Shipping.",
    # pledged beside what is done to somebody else
    "The Treasury Department sanctioned no one on Friday, but said Orlan Shipping was on its mind.",
)
"""Paragraphs in which no measure is in force and none has been undone."""

ENDED: tuple[str, ...] = (
    "Sanctions on Orlan Shipping, imposed in 2019, were lifted by the Treasury Department in March.",
    "The Commerce Department removed Tarn Optics from the Entity List in 2021.",
    "A court annulled the asset freeze on Orlan Shipping in January.",
    "The ban on Tarn Optics expired in 2022 and was not renewed.",
    "The import ban on Kestrel Optics was scrapped last year after the ministry lost in court.",
    "The General Court struck down the listing of Orlan Shipping.",
    "Orlan Shipping is no longer under sanctions, the Treasury Department said.",
    "Tarn Optics used to be barred from buying American chips; the order lapsed in 2020.",
    "The fine on Kestrel Optics was quashed on appeal.",
)
"""Paragraphs of measures that were ended: what ended them stands, they do not."""

IN_FORCE: tuple[tuple[str, str], ...] = (
    ("Orlan Shipping has been under U.S. sanctions since 2021.", "Orlan Shipping"),
    ("Tarn Optics is barred from buying American chips under an order of the Commerce Department.", "Tarn"),
    ("Kestrel Optics was hit with a $4 million fine by the Treasury Department on Monday.", "Kestrel"),
    ("Orlan Shipping fell under an asset freeze in March, when the Council of the European Union listed it.",
     "Orlan"),
    ("The Treasury Department slapped sanctions on Orlan Shipping on Tuesday.", "Orlan"),
    ("Britain's Treasury has frozen the assets of Orlan Shipping.", "Orlan"),
    ("The Commerce Department put Tarn Optics on its trade blacklist last May.", "Tarn"),
    ("The regulator ordered Kestrel Optics to pay a penalty of $2.5 million.", "Kestrel"),
    ("The Treasury Department levied a fine of $9 million against Kestrel Optics for selling sights to Iran.",
     "Kestrel"),
    ("Tarn Optics, blacklisted by Washington in 2022, buys its glass in Germany.", "Tarn"),
    ("Orlan Shipping, which the Treasury Department sanctioned in April, owns nine tankers.", "Orlan"),
    ("The Commerce Department has prohibited American companies from selling parts to Tarn Optics.", "Tarn"),
    ("OFAC designated Orlan Shipping under Executive Order 14024 on Thursday.", "Orlan"),
    ("OFAC imposed a civil penalty of $3.1 million on Kestrel Optics.", "Kestrel"),
    ("The European Union blacklisted Orlan Shipping and two of its tankers.", "Orlan"),
    ("Sanctions were imposed on Orlan Shipping by the Treasury Department in December.", "Orlan"),
    ("An export ban was imposed on Tarn Optics by the Commerce Department on 3 June.", "Tarn"),
    ("Kestrel Optics was ordered by the Treasury Department to pay $2 million.", "Kestrel"),
    ("The Commerce Department revoked its licence for Tarn Optics and barred it from buying chips.", "Tarn"),
    ("The Treasury Department added Orlan Shipping to its list of specially designated nationals.", "Orlan"),
    ("Tarn Optics remains on the Entity List.", "Tarn"),
    ("The Commerce Department issued a denial order against Tarn Optics on Friday.", "Tarn"),
    ("Kestrel Optics agreed to pay $6 million to settle charges by the Commerce Department.", "Kestrel"),
    ("The Treasury Department has penalised Kestrel Optics for its dealings with Iran.", "Kestrel"),
    ("Australia's foreign ministry imposed travel bans on four directors of Orlan Shipping.", ""),
    ("The government has slapped a 25 percent tariff on imports of Chinese steel.", ""),
    ("India has banned exports of wheat with immediate effect, the government said in a notice.", ""),
    ("Washington's 25 percent duties on Chinese steel took effect at midnight.", ""),
    ("The Commerce Department cut Tarn Optics off from American suppliers in April.", "Tarn"),
    ("No customs office was involved, but the Treasury Department fined Kestrel Optics.", "Kestrel"),
    ("Orlan Shipping was placed under sanctions by Britain last year.", "Orlan"),
    ("The Treasury Department on Monday announced sanctions against Orlan Shipping, freezing its assets.",
     "Orlan"),
    ("The Commerce Department imposed export controls on Tarn Optics, effective Monday.", "Tarn"),
    ("Tarn Optics was struck with an export ban by the Commerce Department a year ago.", "Tarn"),
    ("The Office of Foreign Assets Control reached a settlement with Kestrel Optics on Friday.", "Kestrel"),
    ("Since January Orlan Shipping has been barred from American ports by the Treasury Department.", "Orlan"),
    ("Tarn Optics was debarred from federal contracts by the Commerce Department in 2020.", "Tarn"),
    ("The Commerce Department has restricted exports of chips to Tarn Optics.", "Tarn"),
    ("The Treasury Department blocked all property of Orlan Shipping in the United States.", "Orlan"),
    ("Kestrel Optics paid a fine of $700,000 to the Treasury Department in 2019.", "Kestrel"),
    ("The Commerce Department barred Tarn Optics, Kestrel Optics and a dealer from buying lasers.", "Tarn"),
    ("The Treasury Department extended sanctions on Orlan Shipping until June 2025.", "Orlan"),
)  # fmt: skip
"""Paragraphs in which a measure is in force, with the name of one on whom it is, if any is named."""

ONE_IN_FORCE: tuple[str, ...] = (
    "The Commerce Department barred Kestrel Optics from buying American chips in May.",
    "The Treasury Department fined Kestrel Optics $2 million last year.",
    "Kestrel Optics has been under sanctions since 2021.",
    "Britain froze the assets of Kestrel Optics in March.",
    "The Commerce Department added Kestrel Optics to the Entity List in April.",
    "The Treasury Department lifted sanctions on Kestrel Optics in May.",
    "The Commerce Department issued a licence to Kestrel Optics in May.",
)
"""Sentences that tell of a measure in force on one company."""

ANOTHER_IS_NOT: tuple[str, ...] = (
    "The Commerce Department is considering a ban on Tarn Optics.",
    "The Commerce Department plans to bar Tarn Optics from buying American chips.",
    "A senator proposed sanctions on Tarn Optics.",
    "The Treasury Department said it would freeze the assets of Tarn Optics.",
    "The Treasury Department denied that it had sanctioned Tarn Optics.",
    "Tarn Optics could face a similar fine.",
    "Two people said Tarn Optics had been added to the list.",
    "Tarn Optics has not been sanctioned.",
    "The president promised sanctions on Tarn Optics.",
    "The minister pledged to lift the ban on Tarn Optics.",
    "Tarn Optics asked for a licence.",
    "Senators want Tarn Optics fined.",
)
"""Sentences that tell of one on another company which nowhere is."""

SPOKEN_OF: tuple[str, ...] = (
    "",
    "The ban would cost Tarn Optics 400 jobs.",
    "The decision is expected in July.",
    "The sanctions would take effect in July.",
    "Tarn Optics called the measure unfair.",
    "The move would hurt Tarn Optics.",
    "Tarn Optics said it would appeal against the decision.",
    "The order would bind all American suppliers of Tarn Optics.",
    "The restrictions worry Tarn Optics.",
    "Tarn Optics said the sanctions were a mistake.",
)
"""Sentences that speak of the other one again."""
