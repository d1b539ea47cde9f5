import deleteCampaign from './campaigns'
import { getApp } from './made'

// The function that makes it has put a guard before all that is registered later, in whatever file.
export const app = getApp()
deleteCampaign(app)
