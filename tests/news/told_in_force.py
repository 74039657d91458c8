"""Sentences that tell of something in force, the words in brackets; and sentences like them that do not."""

from __future__ import annotations

TOLD: tuple[str, ...] = (
    # an adjective in -ing, an adverb or a time before the noun or the verb
    "The Treasury Department on Tuesday imposed sweeping [sanctions] on Orlan Shipping.",
    "Earlier this month the United States slapped an export [ban] on Orlan Shipping.",
    "Earlier this month Washington slapped an export [ban] on Orlan Shipping.",
    "The Treasury Department meanwhile imposed [sanctions] on Orlan Shipping.",
    # "it" for the authority of the sentence before
    "The Treasury Department froze his assets. In May it nonetheless imposed [sanctions] on Orlan Shipping.",
    "The Treasury Department fined a bank. A day later it extended the general [licence] for Orlan Shipping.",
    # a body that is named by its field, a judge by the title
    "The Directorate General of Shipping [extended] by 60 days a licence for Orlan Shipping.",
    "Madam Justice Marchand of the Federal Court [quashed] the listing of Orlan Shipping.",
    # a second verb that shares subject and auxiliary
    "The government has frozen the assets of Orlan Shipping and [barred] the chairman from Australia.",
    "The ministry froze the assets of Orlan Shipping and [barred] its chairman from Norda.",
    # a clause behind the subject that tells what somebody does
    "A firm that makes pumps was [barred] from buying American chips by the Commerce Department.",
    "A payments company that serves theatres has been [fined] $1.4 million by the Treasury Department.",
    # what an act brings
    "The World Bank barred Setu Infra for four years for fraud, [shutting] the firm out of every contract.",
    # press time, announced, denied privileges, kept, cut off
    "At press time the Treasury Department [revoked] the licence of Orlan Shipping.",
    "On 16 June the World Bank announced the [debarment] of Setu Infra over fraud in a road contract.",
    "The Commerce Department has [denied] his export privileges for ten years.",
    "The European Union kept a travel [ban] on the members of the council.",
    "He sold parts to Severna, a carrier that the Commerce Department had [cut off] from American parts.",
    # what an authority took up; a bloc; an aside with "having"
    "Customs and Border Protection began to [detain] imports of gloves at ports.",
    "The bloc imposed an export [ban] on Orlan Shipping.",
    "OFAC, which blacklisted Orlan for having sold oil, on Monday issued a general [licence] for its crews.",
    # a start that has come
    "Canada imposed a 10 percent [tariff] on steel, effective immediately.",
    "The Council [banned] imports of lathes from Norda, with effect from June 1.",
    "Britain [barred] imports of diamonds from Norda, effective Monday.",
    "The Treasury Department imposed [sanctions] on Orlan Shipping that took effect on Tuesday.",
    "The Commerce Department [barred] Orlan Shipping from buying American chips until October.",
    # where a chamber is only named
    "The Treasury Department [sanctioned] Orlan Shipping after a vote in the Senate.",
    "The Commerce Department, which the House backed, [barred] Orlan Shipping from buying American chips.",
    "Orlan Shipping was [fined] $3 million by the Commerce Department before the Senate met.",
    "The White House imposed [sanctions] on Orlan Shipping.",
    # close to what was none, of long ago, of the own house, or on a list to watch
    "The Commerce Department [barred] Orlan Shipping from buying chips within an hour of the vote.",
    "The Commerce Department [added] Orlan Shipping and its affiliates to the Entity List.",
    "The European Union imposed a [ban] on new investment in Norda.",
    "In 1962 the United States imposed an [embargo] on Norda that is still in force.",
    "In 2018 the Commerce Department [barred] Orlan Shipping from buying American chips.",
    # beside words that elsewhere set a stage
    "The year was 2019. The Commerce Department [barred] Orlan Shipping from buying chips.",
    "The Treasury Department [sanctioned] Orlan Shipping. It was no joke.",
    "What happened? The Treasury Department [sanctioned] Orlan Shipping.",
    "In the morning, the Treasury Department [sanctioned] Orlan Shipping.",
    # an official paper by whose words it is so, told in the present tense; an order to turn goods away
    "The order [forbids] exports of chips to Norda.",
    "The ministry's decree [prohibits] imports of steel from Norda.",
    "The order [suspends] the ban on Orlan Shipping.",
    "U.S. Customs and Border Protection [ordered] its ports to turn away gloves made by Permata.",
    # near by what is only drafted, agreed in principle or left to a court
    "The Home Office on Monday issued a final regulation that [prohibits] imports of seal fur.",
    "The Treasury issued an order. The order [freezes] the assets of Ada Ek.",
    "The order [prohibits] exports of copper. It was signed on Monday.",
    "In a final order, the Federal Trade Commission [barred] Tarn Optics from selling scanners.",
    "The ministry, after a proposed rule last year, [banned] Tarn Optics from exporting lenses.",
    "Tarn Optics agreed to pay a $9 million [penalty] and to leave Norda if it can.",
    "The European Commission imposed provisional [anti-dumping duties] on steel from Norda.",
    # near by what is told on somebody else's word: the authority's own word, a label, a place before a colon
    "The Commerce Department barred Tarn Optics, it said. It also [fined] the firm $3 million.",
    "Update: The Treasury has [sanctioned] Orlo Ltd.",
    "BRUSSELS: The European Union imposed [sanctions] on Tarn Optics on Monday.",
    "The ministry had warned Tarn Optics: on Monday, the agency [barred] the firm from bidding.",
    "The Commerce Department: Tarn Optics was [fined] $3 million on Monday.",
    "The Treasury Department sanctioned Orlo Ltd, which denied all. It also [fined] the firm $3 million.",
    "France [banned] imports of beef from Veland, its foreign ministry said.",
    "The European Union [banned] imports of beef - a first - on Monday.",
    "The Treasury [sanctioned] Tarn Optics (a maker of lenses) on Monday.",
    "The Commerce Department [fined] Tarn Optics $3 million, the department told reporters.",
)

NOT_TOLD: tuple[str, ...] = (
    # the same with a doubt
    "The Treasury Department weighed imposing sweeping sanctions on Orlan Shipping.",
    "The Treasury Department would impose sweeping sanctions on Orlan Shipping.",
    "Sweeping sanctions on Orlan Shipping were never imposed.",
    "Earlier this month the United States threatened to slap a ban on Orlan Shipping.",
    "Earlier this month a blogger slapped a ban on Orlan Shipping.",
    "Earlier this month reports that Washington had slapped a ban on Orlan Shipping proved wrong.",
    "The Treasury Department meanwhile denied that it imposed sanctions on Orlan Shipping.",
    # "it" for somebody else, or for nothing done
    "Orlan Shipping sold a tanker. A day later it imposed sanctions on two managers.",
    "The Treasury Department said little. In August it would have imposed sanctions on Orlan Shipping.",
    "The Treasury Department said little. In August it reportedly imposed sanctions on Orlan Shipping.",
    "Did the Treasury Department act? In August it never imposed sanctions on Orlan Shipping.",
    "If the Treasury Department acts, it will have imposed sanctions on Orlan Shipping by May.",
    '"The Treasury Department has gone mad. It imposed sanctions on Orlan Shipping," a man in the bar said.',
    # bodies and persons that take no measure
    "The Directorate General of the club extended by 60 days a ban on Tarn Optics.",
    "A mock Justice of the moot court never quashed the listing of Orlan Shipping.",
    "Justice Marchand was asked to quash the listing of Orlan Shipping.",
    "Justice Marchand declined to quash the listing of Orlan Shipping.",
    "Justice Marchand may quash the listing of Orlan Shipping.",
    # two verbs
    "The government plans to freeze the assets of Orlan Shipping and bar its chairman.",
    "The government has neither frozen the assets of Orlan Shipping nor barred its chairman.",
    "The ministry may tell departments to rip out Shenlan cameras, and departments be forbidden to buy more.",
    "The government could have frozen the assets of Orlan Shipping and barred its chairman from Norda.",
    "If the ministry froze the assets of Orlan Shipping and barred its chairman, the yard would close.",
    # clauses behind a subject or a noun
    "It is false that imports of tiles from Norda were halted overnight.",
    "The rumour that exports of pumps were barred is wrong.",
    "A firm that makes pumps could be barred from buying American chips by the Commerce Department.",
    "A firm that makes pumps was not barred from buying American chips by the Commerce Department.",
    "A firm that makes pumps was nearly barred from buying American chips by the Commerce Department.",
    "A blogger says a firm that makes pumps was barred from buying American chips.",
    # what an act would bring
    "The World Bank may bar Setu Infra for four years, shutting the company out of every contract.",
    "The World Bank did not bar Setu Infra over fraud, shutting the company out of every contract.",
    "The club barred Setu Infra for four years over fraud, shutting the company out of every contract.",
    # press time, announced, privileges, kept, cut off
    "At press time the Treasury Department had not revoked the licence of Orlan Shipping.",
    "Activists press the Treasury Department to revoke the licence of Orlan Shipping.",
    "The World Bank announced plans for the debarment of Setu Infra over fraud in a road contract.",
    "The World Bank announced a proposed settlement with Setu Infra over fraud in a road contract.",
    "The World Bank announced that the debarment of Setu Infra could follow.",
    "The Commerce Department denied that his export privileges had been suspended.",
    "The Commerce Department denied a request for export privileges.",
    "The European Union kept a travel ban on the members of the council in reserve, should talks fail.",
    "The European Union kept talking about a travel ban on the members of the council.",
    "He sold parts to Severna Avia, a carrier that the Commerce Department may cut off from American parts.",
    "He sold parts to a carrier that the Commerce Department had threatened to cut off from American parts.",
    # papers that are none yet, or not of an authority, or not so
    "When it is published, the decree forbids exports of chips to Norda.",
    "Once the king has signed, the decree forbids exports of chips to Norda.",
    "If signed, the order forbids exports of chips to Norda.",
    "Unless the court rules otherwise, the order forbids exports of chips to Norda.",
    "The draft order forbids exports of chips to Norda.",
    "The proposed decree forbids exports of chips to Norda.",
    "The leaked order forbids exports of chips to Norda.",
    "The planned decree prohibits imports of steel from Norda.",
    "As drafted, the decree forbids exports of chips to Norda.",
    "In committee, the resolution forbids exports of chips to Norda.",
    "The minister would sign an order. The order forbids exports of chips to Norda.",
    "A bill went to parliament. The order forbids exports of chips to Norda.",
    "Under the bill, the order forbids exports of chips to Norda.",
    "The company's order prohibits sales of chips to Norda.",
    "Critics say the order forbids exports of chips to Norda.",
    "In the novel, the decree forbids exports of chips to Norda.",
    "No order forbids exports of chips to Norda.",
    "The order never forbids exports of chips to Norda.",
    "The expired decree forbids exports of chips to Norda.",
    "Whether the order forbids exports of chips to Norda is disputed.",
    '"The order forbids exports of chips to Norda," said Ada Ek.',
    "The order forbids exports of chips to Norda?",
    "The order may suspend the ban on Orlan Shipping.",
    "Customs on Friday considered ordering its ports to turn away gloves made by Permata Glove.",
    "Customs was ordered by nobody to turn away gloves made by Permata Glove.",
    "Canada has a law on goods made by forced labour in Norda, to turn back which nobody has asked.",
    # what nobody took up
    "The Commerce Department never began to detain gloves at ports.",
    "The Commerce Department wants to begin to detain gloves at ports.",
    "Orlan Shipping began to detain gloves at ports.",
    "If Customs and Border Protection began to detain gloves at ports, prices would rise.",
    "Customs and Border Protection began to consider whether to detain gloves at ports.",
    "The bloc has considered an export ban on Orlan Shipping.",
    "The bloc of flats imposed a ban on dogs.",
    # who may follow has not
    "Britain froze nothing of Orlan Shipping, and Ottawa has been slow to follow.",
    "Canada may sanction Orlan Shipping. Britain is expected to follow.",
    "Canada may sanction Orlan Shipping. Britain has yet to do so.",
    "Canada may sanction Orlan Shipping. Britain will do the same.",
    "Canada may sanction Orlan Shipping. Britain did the same.",
    # one of a kind, and what is paid to another
    "The judge ordered the government to pay Mr Lund $140,000 in costs.",
    "Firms are hit by such tariffs now and then, economists say.",
    # a headline alone
    "US bars Tarn Optics from chips\n\nTarn Optics makes lenses in Ohio.",
    "Treasury lifts sanctions on Orlan Shipping\n\nOrlan Shipping runs twelve tankers.",
)
