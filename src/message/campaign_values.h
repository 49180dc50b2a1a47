// What CampaignDefaults holds for a folder; apart from reader.h so that its users need not know the fields.
#pragma once

#include "message/front_matter.h"
#include "message/reader.h"

namespace selaras {

struct CampaignDefaults::Values {
  SharedFields fields;
};

}  // namespace selaras
